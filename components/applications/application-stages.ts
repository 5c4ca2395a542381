/** The stages of an application, as on the leaflet. */
export const applicationStages = ["申込作成", "申込確認", "送信完了"] as const;
