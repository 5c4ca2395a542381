import type { ReactNode } from "react";
import { TextLink } from "#components/ui/text-link.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { helpPath } from "#lib/core/paths.ts";
import { FIELDS, type FieldName } from "#lib/features/applications/constants.ts";

/** The longer answer about a field, and a short one where the field itself says nothing. */
type Answer = { of: RegExp; href: string; short?: string };

const answers: readonly Answer[] = [
  { of: /^obligee$/, href: helpPath("faq", "obligee"), short: "工事を注文した市や町の長を選んでください。" },
  { of: /^procurement$/, href: helpPath("faq", "procurement"), short: "公告や指名の通知に書かれています。" },
  { of: /^(noticeOn|nominatedOn)$/, href: helpPath("faq", "notice-date") },
  { of: /^contractedOn$/, href: helpPath("faq", "contract-date") },
  { of: /^(contractYen|worksFrom)$/, href: helpPath("faq", "typing") },
  { of: /^jvName$/, href: helpPath("faq", "joint-venture") },
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
  { of: /^notice$/, href: helpPath("faq", "issued-mail") },
  { of: /^branch$/, href: helpPath("faq", "branch") },
  { of: /^contactDepartment$/, href: helpPath("faq", "contact") },
];

/**
 * What stands between a field's label and its control: what to type, for somebody who does it for the first time, and the
 * way to the longer answer in a window of its own, so that nothing of the form is left.
 */
export function helpOf(name: FieldName, own?: ReactNode): ReactNode {
  const answer = answers.find(({ of }) => of.test(name));
  if (!answer) return own;
  return (
    <>
      {own ?? answer.short}{" "}
      <TextLink href={answer.href} target="_blank" rel="noopener" className="ib">
        くわしく<VisuallyHidden>：{FIELDS[name]}（別の画面で開きます）</VisuallyHidden>
      </TextLink>
    </>
  );
}
