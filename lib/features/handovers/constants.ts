/** How a key reaches an obligee, in words (docs/domain.md 5.2). */
export const CHANNEL_NAMES = {
  email: "電子メール",
  web_form: "発注者の入力フォーム",
  e_contract: "電子契約システム",
  paper: "書面",
} as const;

/**
 * The facts that the text of a handover can state, by the names used in a route's `bodyFields`, with the label before
 * each. PERSISTED in handover_routes: never rename.
 */
export const BODY_FIELDS = {
  contractor: "受注者",
  person: "担当者",
  department: "担当部署",
  phone: "連絡先電話番号",
  email: "メールアドレス",
  workNumber: "工事番号",
  workName: "工事名",
  product: "保証名称",
  contractNumber: "保証契約番号",
  guaranteeYen: "保証金額",
} as const;

export type BodyField = keyof typeof BODY_FIELDS;

/** The states of the mail with a key notice. */
export const STATE_NAMES = { waiting: "送信待ち", sent: "送信済", failed: "失敗" } as const;

/** The file that contains number and key, as every text calls it. */
export const KEY_NOTICE = "電子保証にかかる「認証キー」のお知らせ（PDF）";
