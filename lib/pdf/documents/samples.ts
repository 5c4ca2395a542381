import type { CertificateModel } from "./certificate.ts";
import type { KeyNoticeModel } from "./key-notice.ts";

/** The leaflet's case, for the gallery and for the worker's first, nobody's document. */
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

/** The leaflet's notice; its key has look-alikes that ours have not, and opens nothing. */
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
