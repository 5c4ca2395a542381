import { fieldsWhere, PRODUCT_GROUPS, QUESTIONS, type Question } from "#lib/features/questions/constants.ts";
import type { Group } from "./application-form.ts";
import { unique, uniqueMail } from "./cases.ts";

/** An answer to change: its label, the group it stands in, what is given instead, and the words that the page then shows. */
export type Change = {
  label: string;
  group?: Group;
  value: string | true;
  shown?: string;
  /** What is asked for because of it. */
  then?: Record<string, string>;
};

const mail = uniqueMail();
const byHand: readonly Change[] = [
  // First, because the works' new amount asks for more.
  { label: "契約保証金額", group: "契約保証", value: "6000001", shown: "6,000,001円" },
  { label: "工事名", value: `変更した工事 ${unique()}` },
  { label: "工事番号", value: "第12号" },
  { label: "公告日", value: "R8.4.2", shown: "令和8年4月2日（2026年）" },
  // Asks a further question, which comes first: 指名日 is answered before the page is seen again.
  { label: "入札・契約方法", value: "随意契約", then: { 指名日: "R8.4.1" } },
  { label: "指名日", value: "R8.4.2", shown: "令和8年4月2日（2026年）" },
  { label: "請負契約日", value: "20260405", shown: "令和8年4月5日（2026年）" },
  { label: "請負金額", value: "６０，０００，０００", shown: "60,000,000円" },
  { label: "工期（自）", value: "2026-04-06", shown: "令和8年4月6日（2026年）" },
  { label: "工期（至）", value: "令和9年3月30日", shown: "令和9年3月30日（2027年）" },
  { label: "工事場所", value: "神奈川県小田原市荻窪" },
  { label: "発注者", value: "見本市長" },
  { label: "保証証書の形式", group: "前払金保証", value: "証書（紙）" },
  { label: "今年度対象額", group: "前払金保証", value: "55000000", shown: "55,000,000円" },
  { label: "前払金保証金額", group: "前払金保証", value: "22000000", shown: "22,000,000円" },
  { label: "預託金融機関", group: "前払金保証", value: "△△銀行 □□支店" },
  { label: "再預託利用区分", group: "前払金保証", value: "再預託を利用する" },
  { label: "前払金保証料支払方法", group: "前払金保証", value: "銀行振込" },
  { label: "前払金保証料請求先", group: "前払金保証", value: "〇〇建設 株式会社 支店" },
  { label: "保証料計算書（紙）について", group: "前払金保証", value: "希望する" },
  { label: "保証証書の形式", group: "契約保証", value: "証書（紙）" },
  { label: "契約保証料支払方法", group: "契約保証", value: "銀行振込" },
  { label: "契約保証料請求先", group: "契約保証", value: "〇〇建設 株式会社 支店" },
  { label: "保証料計算書（紙）について", group: "契約保証", value: "希望する" },
  { label: "申込送信先", value: "静岡支店" },
  { label: "電子保証発行完了のお知らせ", value: "希望しない" },
  { label: "電子保証発行完了のお知らせ", value: "希望する" },
  { label: "メールアドレス", value: mail },
  { label: "担当部署", value: "工事部" },
  { label: "役職", value: "部長" },
  { label: "担当者名", value: "髙橋 一郎" },
  { label: "連絡先電話番号", value: "０４６５－００－００００", shown: "0465-00-0000" },
  { label: "お客様から弊社への連絡事項", value: "押印は不要です。" },
  { label: "JV名", value: "〇〇・△△共同企業体" },
  { label: "前払金保証を申し込む", group: "前払金保証", value: true, shown: "申し込む" },
  { label: "契約保証を申し込む", group: "契約保証", value: true, shown: "申し込む" },
];

/** Any answer will do to a question of these kinds that nothing else goes by. */
const plain: Partial<Record<Question["kind"], Pick<Change, "value" | "shown">>> = {
  text: { value: "変更した答え" },
  message: { value: "変更した答え" },
  phone: { value: "0465-00-0001" },
  date: { value: "2026/4/10", shown: "令和8年4月10日（2026年）" },
  money: { value: "1000000", shown: "1,000,000円" },
};

const groups: Partial<Record<Question["group"], Group | undefined>> = {
  works: undefined,
  advance: PRODUCT_GROUPS.advance,
  performance: PRODUCT_GROUPS.performance,
  others: undefined,
};

/** The questions of an application for the leaflet's two products, by label and group, as {@link Change} names them. */
export const asked = fieldsWhere(({ group, asked: when }) => group in groups && when !== "yearly").map(
  (field) => ({
    field,
    label: QUESTIONS[field].label,
    group: groups[QUESTIONS[field].group],
  }),
);

/** Whether a change is one of this question. */
export const isOf = (question: { label: string; group: Group | undefined }, change: Change) =>
  question.label === change.label && question.group === change.group;

/** A change of every answer; a question that asks for nothing but a plain answer needs none written by hand. */
export const changes: readonly Change[] = [
  ...asked.flatMap((question): Change[] => {
    const change = plain[QUESTIONS[question.field].kind];
    if (!change || byHand.some((other) => isOf(question, other))) return [];
    const { label, group } = question;
    return [{ label, ...change, ...(group ? { group } : {}) }];
  }),
  ...byHand,
];

/** Not an answer of the form's: files are added and removed beside it. */
export const beside = ["添付書類"];
/** Asked for by a joint venture; products.spec.ts changes them and the third product. */
export const elsewhere = ["JVの方式", "中間前払金保証を申し込む"];
/** The procurement that was changed asks for another date. */
export const gone = ["公告日"];
