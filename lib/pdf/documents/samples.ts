import type { ApplicationCopyModel } from "./application-copy.ts";
import type { CertificateModel } from "./certificate.ts";
import type { KeyNoticeModel } from "./key-notice.ts";

/** The leaflet's case, which is nobody's document: for the gallery and for the worker's first rendering. */
export const certificateSample: CertificateModel = {
  sample: true,
  preamble:
    "インターネット保証サービス利用規約に基づき、お客様に代わり、発注者に対して保証証書を当社で提出しています。ご覧いただいている本画面の情報は、発注者に提出した保証証書と同一です。",
  issuedOn: "令和8年4月4日",
  title: "保証証書（前払金保証）",
  changeLine: null,
  rows: [
    { label: "保証契約番号", value: "35075-00000M", emphasis: "number" },
    { label: "保証契約者", value: ["神奈川県小田原市〇〇町1番1号", "〇〇建設 株式会社"] },
    { label: "発注者", value: "小田原市長" },
    { label: "保証金額（総額）", value: "20,000,000円", emphasis: "amount" },
    { label: "保証期限", value: "令和9年3月31日" },
    { label: "工事名", value: "道路改良工事" },
    { label: "請負金額（総額）", value: "50,000,000円" },
    { label: "工期", value: "令和8年4月3日 ～ 令和9年3月31日" },
    { label: "請負契約日", value: "令和8年4月3日" },
    { label: "預託金融機関", value: "〇〇銀行 ××支店" },
  ],
  oath: "当社は、前払金保証約款に基づき上記のとおり保証契約を締結し、その責に任じます。",
  guarantor: {
    address: "東京都見本区見本一丁目1番1号",
    name: "見本建設業保証株式会社",
    representative: "取締役社長　見本 太郎",
    seal: "見本之印",
  },
  office: { name: "神奈川支店", tel: "045-000-0000", fax: "045-000-0001" },
  notes: [
    "保証契約を変更する場合は、表題の下に変更の表示と変更の発生番号を付記し、変更後の契約内容を表示します。",
    "請負金額のみの変更の場合は、この保証契約の効力に影響を及ぼさないので、保証契約の変更の手続をとる必要はありません。",
  ],
  documentTitle: "保証証書（前払金保証） 35075-00000M",
  contractNumber: "35075-00000M",
};

/** The leaflet's notice. Its key contains look-alikes, which ours never do, and opens nothing. */
export const keyNoticeSample: KeyNoticeModel = {
  sample: true,
  issuedOn: "令和8年4月4日",
  addressee: "〇〇建設 株式会社 様",
  from: ["見本建設業保証株式会社", "神奈川支店"],
  workName: "道路改良工事",
  contractorName: "〇〇建設 株式会社",
  jv: [],
  product: "前払金保証",
  completes: "前払金請求手続（前払金保証）、又は請負契約締結手続（契約保証）",
  contractNumber: "35075-00000M",
  key: "Z28YUE4J3Bux",
  office: { name: "神奈川支店", tel: "045-000-0000", hours: "平日 9:00～17:00（土日祝日・年末年始を除く）" },
  documentTitle: "電子保証にかかる「認証キー」のお知らせ",
};

/** The leaflet's application, which is nobody's. */
export const applicationCopySample: ApplicationCopyModel = {
  sample: true,
  receiptNumber: "20260402-000001",
  head: [
    { label: "受付番号", value: "20260402-000001", emphasis: "number" },
    { label: "送信日時", value: "2026/04/02 10:31（2回目の送信）" },
    { label: "申込者", value: ["神奈川県小田原市〇〇町1番1号", "〇〇建設 株式会社"] },
    {
      label: "申込送信先",
      value: [
        "見本建設業保証株式会社　神奈川支店",
        "TEL 045-000-0000",
        "平日 9:00～17:00（土日祝日・年末年始を除く）",
      ],
    },
  ],
  notes: ["この控えは、送信した申込の内容を保証デスクが記録したものです。保証証書ではありません。"],
  sections: [
    {
      title: "請負工事の情報",
      groups: [
        {
          title: null,
          rows: [
            { label: "発注者", value: "小田原市長" },
            { label: "工事名", value: "道路改良工事" },
            { label: "工事番号", value: "未入力" },
            { label: "入札・契約方法", value: "一般競争入札" },
            { label: "公告日", value: "令和8年4月1日（2026年）" },
            { label: "請負契約日", value: "令和8年4月3日（2026年）" },
            { label: "請負金額", value: "50,000,000円" },
            { label: "工期（自）", value: "令和8年4月3日（2026年）" },
            { label: "工期（至）", value: "令和9年3月31日（2027年）" },
            { label: "工事場所", value: "神奈川県小田原市〇〇町地内" },
          ],
        },
      ],
    },
    {
      title: "保証の申込内容",
      groups: [
        {
          title: "前払金保証",
          rows: [
            { label: "前払金保証を申し込む", value: "申し込む" },
            { label: "保証証書の形式", value: "電子保証（認証キーを含む）" },
            { label: "前払金保証金額", value: ["20,000,000円", "請負金額に対する割合 40.0%"] },
            { label: "預託金融機関", value: "〇〇銀行 ××支店" },
            { label: "再預託利用区分", value: "再預託を利用しない" },
            { label: "前払金保証料支払方法", value: "一括納付" },
            { label: "前払金保証料請求先", value: "〇〇建設 株式会社" },
            { label: "保証料計算書（紙）について", value: "希望しない" },
          ],
        },
        {
          title: "契約保証",
          rows: [{ label: "契約保証を申し込む", value: "申し込まない" }],
        },
      ],
    },
    {
      title: "その他",
      groups: [
        {
          title: null,
          rows: [
            { label: "申込送信先", value: "神奈川支店" },
            { label: "電子保証発行完了のお知らせ", value: "希望する" },
            { label: "メールアドレス", value: "koji@marumaru.example" },
            {
              label: "お客様から弊社への連絡事項",
              value: ["契約書の写しは、明日お送りします。", "よろしくお願いします。"],
            },
          ],
        },
      ],
    },
  ],
  documentTitle: "申込内容の控え 20260402-000001",
};
