/** The orders of the list of 保証申込, as named in its URL; the first one is the default. */
export const APPLICATION_SORTS = {
  newest: "作成日の新しい順",
  amount: "保証金額の大きい順",
} as const;

/** The columns of the list's CSV. */
export const APPLICATION_CSV = [
  "受付番号",
  "手続状況",
  "発注者",
  "工事名",
  "保証種類",
  "保証金額（円）",
  "送信日時",
  "保存日時",
] as const;
