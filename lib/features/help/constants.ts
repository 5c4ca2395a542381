/** The pages of the help. */
export const HELP_SLUGS = ["how-it-works", "get-key", "hand-in", "faq", "terms"] as const;

export type HelpSlug = (typeof HELP_SLUGS)[number];

/** The figures; the text beside each says the same. */
export type FigureName = "flow" | "order" | "start" | "ways" | "key";

/**
 * The pictures of screens under public/help, which tests/e2e/help-pictures.spec.ts takes: the size of the file, and the
 * alternative text.
 */
export const HELP_PICTURES = {
  "form-electronic": {
    alt: "申込の「前払金保証」の欄。「前払金保証を申し込む」にチェックを入れ、「電子保証（認証キーを含む）」を選んでいます。",
    width: 742,
    height: 272,
  },
  "form-notice": {
    alt: "申込の「その他」の欄。「電子保証発行完了のお知らせ」で「希望する」を選び、「メールアドレス」を入力しています。",
    width: 808,
    height: 284,
  },
  mail: {
    alt: "お知らせのメールの例。件名は「電子保証（認証キー）発行完了のお知らせ」です。本文に認証キーはありません。",
    width: 808,
    height: 1027,
  },
  desk: {
    alt: "全体トップ。「保証申込」と「保証契約一覧」が並んでいます。",
    width: 808,
    height: 408,
  },
  "keys-list": {
    alt: "保証契約一覧の「電子保証（認証キー）」タブ。契約ごとに「詳細」があります。",
    width: 1128,
    height: 675,
  },
  "key-box": {
    alt: "契約の詳細。「認証キー」と保証契約番号の下に「印刷」があります。",
    width: 808,
    height: 317,
  },
  history: {
    alt: "「電子保証情報（履歴情報）」の表。発行日時と対象の右に「選択」があります。",
    width: 808,
    height: 268,
  },
  handover: {
    alt: "契約の詳細にある、発注者への提出のしかた。提出するボタンの下に、提出の方法、提出先、宛先、件名が並びます。宛先と件名は、それぞれコピーできます。",
    width: 808,
    height: 776,
  },
  verify: {
    alt: "保証確認サービス。「保証契約番号」と「認証キー」の欄と、「照会する」があります。",
    width: 808,
    height: 282,
  },
} as const satisfies Record<string, { alt: string; width: number; height: number }>;

export type PictureName = keyof typeof HELP_PICTURES;
