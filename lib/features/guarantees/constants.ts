/** How 保証契約一覧 can be ordered, as its URL calls it; the first one is meant when it says nothing. */
export const GUARANTEE_SORTS = {
  newest: "発行日の新しい順",
  amount: "保証金額の大きい順",
  term: "保証期限の早い順",
} as const;

/** Where a contract stands on a day: until and after its 保証期限. */
export const GUARANTEE_STATES = { running: "保証期間中", expired: "満了" } as const;

/** The head of the list's CSV. */
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

/** What the obligee has done with the newest key, as far as the portal knows. */
export const KEY_STATE_NAMES = {
  open: "未確認",
  submitted: "提出済・確認待ち",
  failed: "メール不達",
  verified: "確認済",
} as const;
