import { helpPath } from "#lib/core/paths.ts";
import type { FieldName } from "#lib/features/questions/constants.ts";

/** The longer answer about a field, and a short one where the field itself says nothing. */
type Answer = { href: string; short?: string };
export type FieldAnswers = Partial<Record<FieldName, Answer>>;

const answers: readonly (Answer & { of: RegExp })[] = [
  { of: /^obligee$/, href: helpPath("faq", "obligee"), short: "工事を注文した市や町の長を選んでください。" },
  { of: /^procurement$/, href: helpPath("faq", "procurement"), short: "公告や指名の通知に書かれています。" },
  { of: /^(noticeOn|nominatedOn)$/, href: helpPath("faq", "notice-date") },
  { of: /^contractedOn$/, href: helpPath("faq", "contract-date") },
  {
    of: /^(contractYen|worksFrom|worksTo)$/,
    href: helpPath("faq", "typing"),
    short: "請負契約書（案）の工期です。例：2026/4/10、R8.4.10",
  },
  {
    of: /^jv(Name|Kind|Deposit)$/,
    href: helpPath("faq", "joint-venture"),
    short: "共同企業体の協定書に書かれています。",
  },
  {
    of: /Form$/,
    href: helpPath("faq", "certificate-form"),
    short: "電子保証は、発注者が認証キーで確認する保証証書です。",
  },
  { of: /BaseYen$/, href: helpPath("faq", "current-year-amount") },
  {
    of: /^advanceYen$/,
    href: helpPath("faq", "advance-amount"),
    short: "発注者に請求する前払金の額を入力してください。",
  },
  {
    of: /^performanceYen$/,
    href: helpPath("faq", "performance-amount"),
    short: "発注者が契約の条件で求める保証の額を入力してください。",
  },
  {
    of: /^interimYen$/,
    href: helpPath("faq", "interim"),
    short: "発注者に請求する中間前払金の額を入力してください。",
  },
  { of: /Bank$/, href: helpPath("faq", "deposit-bank") },
  {
    of: /Redeposit$/,
    href: helpPath("faq", "redeposit"),
    short: "受け取った前払金を、別の口座や支店に移して預けるかを選んでください。",
  },
  {
    of: /Payment$/,
    href: helpPath("faq", "premium-payment"),
    short: "「一括納付」は、1か月分の保証料をまとめて支払う方法です。",
  },
  { of: /BillTo$/, href: helpPath("faq", "bill-to"), short: "保証料の請求書の宛名です。" },
  {
    of: /Statement$/,
    href: helpPath("faq", "premium-statement"),
    short: "保証料の計算書を、紙でも受け取るかを選んでください。",
  },
  { of: /^notice(Email)?$/, href: helpPath("faq", "issued-mail") },
  { of: /^branch$/, href: helpPath("faq", "branch") },
  {
    of: /^contactDepartment$/,
    href: helpPath("faq", "contact"),
    short: "申込の内容について、支店が連絡する部署です。",
  },
];

/** The answers about fields, by field; none where a field needs none. The server draws them: they are no part of the script. */
export function answersOf(fields: readonly FieldName[]): FieldAnswers {
  const found = fields.flatMap((name) => {
    const answer = answers.find(({ of }) => of.test(name));
    return answer ? [[name, { href: answer.href, short: answer.short }] as const] : [];
  });
  return Object.fromEntries(found);
}
