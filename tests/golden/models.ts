import { presentCertificate, presentKeyNotice } from "#lib/features/certificates/present.ts";
import type { CertificateContent } from "#lib/features/certificates/schema.ts";
import type { ApplicationCopyModel } from "#lib/pdf/documents/application-copy.ts";
import type { CertificateModel } from "#lib/pdf/documents/certificate.ts";
import type { KeyNoticeModel } from "#lib/pdf/documents/key-notice.ts";
import { applicationCopySample } from "#lib/pdf/documents/samples.ts";

/** The leaflet's case, as in the pictures of the design. */
export const certificate: CertificateModel = {
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
  documentTitle: "保証証書（前払金保証）35075-00000M",
  contractNumber: "35075-00000M",
};

export const keyNotice: KeyNoticeModel = {
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

/** 契約保証 in a later version, by a contractor whose name needs the stand-in face, and not a sample. */
export const changedCertificate: CertificateModel = {
  ...certificate,
  sample: false,
  preamble: null,
  title: "保証証書（契約保証）",
  changeLine: "変更（第1回）　変更番号 35075-00000K-1",
  rows: [
    { label: "保証契約番号", value: "35075-00000K", emphasis: "number" },
    { label: "保証契約者", value: ["神奈川県小田原市〇〇町1番1号", "㈱𠮷野髙﨑土木"] },
    { label: "発注者", value: "小田原市長" },
    { label: "保証金額（総額）", value: "5,000,000円", emphasis: "amount" },
    { label: "保証期間", value: "令和8年4月3日 ～ 令和9年3月31日" },
    { label: "工事名", value: "市道①号線道路改良工事" },
    { label: "請負金額（総額）", value: "50,000,000円" },
    { label: "工期", value: "令和8年4月3日 ～ 令和9年3月31日" },
  ],
  oath: "当社は、契約保証約款に基づき上記のとおり保証契約を締結し、その責に任じます。",
  documentTitle: "保証証書（契約保証）35075-00000K",
  contractNumber: "35075-00000K",
};

/**
 * A name of 200 characters with everything that makes line breaks hard: brackets, long vowels, dates, Latin words,
 * full-width digits.
 */
export const longName =
  "市道髙﨑𠮷㈱①号線ほか道路改良工事（第２工区・Ｒ８繰越）ー延長１２３４ｍ、令和8年4月1日公告分「その１」、Odawara Improvement "
    .repeat(3)
    .slice(0, 200)
    .trimEnd();

/** Names as long as the form allows; the key ends up on the second page, beside its number. */
export const longKeyNotice: KeyNoticeModel = {
  ...keyNotice,
  addressee: `${longName} 様`,
  workName: longName,
  contractorName: longName,
};

/** The frozen content for the leaflet's works when 中間前払金保証 is issued half a year later. */
const interimContent: CertificateContent = {
  product: "interim",
  issuedOn: "2026-10-12",
  contractNumber: "35075-00002C",
  contractor: { name: "〇〇建設 株式会社", address: "神奈川県小田原市〇〇町1番1号" },
  jvName: null,
  jv: null,
  obligee: "小田原市長",
  guaranteeYen: 10_000_000n,
  startsOn: null,
  expiresOn: "2027-03-31",
  workName: "道路改良工事",
  contractYen: 50_000_000n,
  worksFrom: "2026-04-03",
  worksTo: "2027-03-31",
  contractedOn: "2026-04-03",
  bank: "〇〇銀行 ××支店",
  guarantor: certificate.guarantor,
  sample: true,
  branch: { ...keyNotice.office, fax: "045-000-0001" },
};

/** The same for a joint venture of three, over two fiscal years, guaranteed until the end of the first. */
const jointContent: CertificateContent = {
  ...interimContent,
  product: "advance",
  issuedOn: "2026-04-04",
  contractNumber: "35075-00003M",
  jvName: "〇〇・△△・□□特定建設工事共同企業体",
  jv: {
    kind: "joint",
    deposit: "whole",
    ownShare: 6000,
    members: [
      { name: "△△土木 株式会社", share: 3000 },
      { name: "□□組 株式会社", share: 1000 },
    ],
  },
  guaranteeYen: 12_000_000n,
  workName: "〇〇橋架替工事",
  worksTo: "2028-03-10",
};

/** An application with everything that fills pages: a name of 200 characters and a remark of many lines. */
const longApplicationCopy: ApplicationCopyModel = {
  ...applicationCopySample,
  sample: false,
  sections: applicationCopySample.sections.map((section) => ({
    ...section,
    groups: section.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => {
        if (row.label === "工事名") return { ...row, value: longName };
        if (row.label !== "お客様から弊社への連絡事項") return row;
        return { ...row, value: Array.from({ length: 60 }, (_, line) => `${line + 1}行目の連絡です。〓`) };
      }),
    })),
  })),
};

/** The documents that have a committed picture per page. */
export const goldens = {
  certificate,
  changedCertificate,
  keyNotice,
  longKeyNotice,
  interimCertificate: presentCertificate(interimContent, "electronic"),
  jointCertificate: presentCertificate(jointContent, "electronic"),
  interimKeyNotice: presentKeyNotice(interimContent, keyNotice.key),
  jointKeyNotice: presentKeyNotice(jointContent, keyNotice.key),
  applicationCopy: applicationCopySample,
  longApplicationCopy,
};
