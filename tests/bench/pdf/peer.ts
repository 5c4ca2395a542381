import type { KeyNoticeModel } from "#lib/pdf/documents/key-notice.ts";

/** Another tool that makes the same page. */
export type Peer = {
  readonly render: (notice: KeyNoticeModel) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

/** The fixed words of the page, in parts that each tool sets in its own way. */
export const words = {
  title: "電子保証にかかる「認証キー」のお知らせ",
  paragraphs: [
    "電子保証を「保証確認サービス」に掲載しましたので、お知らせします。",
    "つきましては、お客様にて下記内容をご確認いただき、次のいずれかの方法でPDFファイルを発注者様にご提出ください。",
    "① 電子契約システムへのアップロード",
    "② 電子メールに添付して送信",
    "電子保証のご利用にあたっては、発注者様への「保証契約番号」と「認証キー」のご提出をもって、前払金請求手続（前払金保証）、又は請負契約締結手続（契約保証）が完了いたします。ご不明な点がございましたら、当社の営業部・支店までお問い合わせください。",
  ],
  below: "記",
  legend: "下線の文字は数字です。大文字と小文字は区別します。",
  toObligee: "発注者様へ",
  verify:
    "「保証確認サービス」にログインし、上記の「保証契約番号」と「認証キー」を入力して、電子保証をご確認ください。",
};

/** The rows of the table, label and value, without number and key. */
export function rowsOf(notice: KeyNoticeModel): [string, string][] {
  return [
    ["工事名", notice.workName],
    ["受注者名（JVの場合は代表者）", notice.contractorName],
    ["商品（保証区分）", notice.product],
  ];
}
