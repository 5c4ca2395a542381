/** The orders of 保証契約一覧, as named in its URL; the first one is the default. */
export const GUARANTEE_SORTS = {
  newest: "発行日の新しい順",
  amount: "保証金額の大きい順",
  term: "保証期限の早い順",
} as const;

/** Whether a guarantee is running or expired on a day: until or after its 保証期限. */
export const GUARANTEE_STATES = { running: "保証期間中", expired: "満了" } as const;

/** The columns of the list's CSV. */
export const GUARANTEE_CSV = [
  "保証契約番号",
  "保証種類",
  "形式",
  "発注者",
  "工事名",
  "請負金額（円）",
  "保証金額（円）",
  "保証期限",
  "発行日時",
  "発注者の確認",
] as const;

/** How far the newest key has got, as far as the portal knows. */
export const KEY_STATE_NAMES = {
  open: "未確認",
  submitted: "提出済・確認待ち",
  failed: "メール不達",
  verified: "確認済",
} as const;
