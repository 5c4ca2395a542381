/** How the list of 保証申込 can be ordered, as its URL calls it; the first one is meant when it says nothing. */
export const APPLICATION_SORTS = {
  newest: "作成日の新しい順",
  amount: "保証金額の大きい順",
} as const;

/** The head of the list's CSV. */
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
