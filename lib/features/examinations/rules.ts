import { formatWareki } from "#lib/core/calendar.ts";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import { formatYen } from "#lib/core/money.ts";
import { foldForSearch } from "#lib/core/text.ts";
import { FORM_NAMES } from "#lib/features/products/constants.ts";
import { FIELDS } from "#lib/features/questions/constants.ts";
import { JV_DEPOSITS, JV_KINDS } from "#lib/features/questions/lines/choices.ts";
import { type Eligibility, guaranteesOf } from "#lib/features/questions/rules.ts";
import { judge } from "#lib/features/questions/steps/judgement.ts";
import type { Measure } from "#lib/features/questions/steps/measures.ts";
import type { Answers, Interim, ObligeeChoice } from "#lib/features/questions/types.ts";
import type { CheckResult, SimilarApplication } from "./types.ts";

/**
 * What the checks read: the frozen answers, the obligee with the rule at the time of the submission, and what the
 * branch knows.
 */
export type ExaminedCase = {
  answers: Answers;
  obligee: ObligeeChoice;
  /** The version of the rule in effect today. */
  ruleVersionToday: number;
  guaranteedYen: bigint;
  approvalLimitYen: bigint;
  /** The branch's other applications for this obligee that led or may lead to a guarantee. */
  similarApplications: readonly SimilarApplication[];
  /** The day of the submission, YYYY-MM-DD in Tokyo. */
  sentOn: string;
  /**
   * By the text of 預託金融機関: whether the bank is on the guarantor's list of consigned banks; null when it is on no list
   * at all.
   */
  banks: ReadonlyMap<string, boolean | null>;
  /** Whether that list is a demo's. */
  demoBanks: boolean;
};

/**
 * The results of the checks, in the order of the form; those that need attention have `passed: false`. Nothing is
 * refused here: the form has done that, and what changed since (a new rule, another application for the same works) is
 * for a person to weigh.
 */
export function checkCase(examined: ExaminedCase): CheckResult[] {
  const { advance, interim } = examined.answers.products;
  const { eligibility, measures, halfPassedOn } = judge(examined.answers, [examined.obligee]);
  const amounts = (product: Product) =>
    measures
      .filter(({ field }) => field === `${product}Yen`)
      .map((measure) => checkAmount(examined, measure));
  return [
    ...(eligibility ? [checkEligibility(examined, eligibility)] : []),
    ...(examined.ruleVersionToday === examined.obligee.rule.version ? [] : [checkRuleVersion(examined)]),
    ...amounts("advance"),
    ...amounts("performance"),
    ...(interim && halfPassedOn ? [checkHalf(examined, halfPassedOn)] : []),
    ...amounts("interim"),
    ...(interim ? [checkOrder(examined, interim)] : []),
    ...(advance || interim ? [checkBanks(examined)] : []),
    ...(examined.answers.works.jvName ? [checkJointVenture(examined)] : []),
    checkLimit(examined),
    checkDuplicates(examined),
  ];
}

function checkEligibility({ answers }: ExaminedCase, decided: Eligibility): CheckResult {
  const title = "電子保証の対象";
  if (guaranteesOf(answers.products).every(({ form }) => form !== "electronic"))
    return { title, passed: true, reason: `${FORM_NAMES.paper}の申込のため、条件はありません。` };
  if (decided.verdict === "unknown")
    return { title, passed: false, reason: `${decided.missing}が未入力のため、判定できません。` };
  return { title, passed: decided.verdict === "accepted", reason: decided.reason };
}

function checkRuleVersion({ obligee, ruleVersionToday }: ExaminedCase): CheckResult {
  return {
    title: "発注者の条件",
    passed: false,
    reason: `送信の後に、${obligee.title}の条件が第${obligee.rule.version}版から第${ruleVersionToday}版に変わりました。送信したときの条件で点検しています。`,
  };
}

const demo = ({ obligee }: ExaminedCase) => (obligee.rule.demoPercentages ? "、デモ用の条件" : "");

/** The amount of an advance and of both advances together, each with its limit. */
function checkAmount(examined: ExaminedCase, measure: Measure): CheckResult {
  const { field, together, base, ratio, bound, percent, met } = measure;
  return {
    title: together ? "前払金と中間前払金の合計" : FIELDS[field],
    passed: met === true,
    reason: `${base}の${ratio}です（${bound === "least" ? "下限" : "上限"} ${percent}.0%${demo(examined)}）。`,
  };
}

function checkHalf({ sentOn }: ExaminedCase, half: string): CheckResult {
  return {
    title: "工期の2分の1の経過",
    passed: sentOn >= half,
    reason: `経過するのは${formatWareki(half)}からで、送信日は${formatWareki(sentOn)}です。`,
  };
}

function checkOrder({ answers }: ExaminedCase, { receivedYen }: Interim): CheckResult {
  const together = answers.products.advance !== null;
  return {
    title: "中間前払金の順序",
    passed: !together,
    reason: together
      ? "前払金保証と同じ申込です。前払金の支払いと発注者の認定が済んでいるか、確かめてください。"
      : `受領済みの前払金 ${formatYen(receivedYen ?? 0n)}です。認定調書を確かめてください。`,
  };
}

function checkBanks({ answers: { products }, banks, demoBanks }: ExaminedCase): CheckResult {
  const named = [...new Set([products.advance?.bank, products.interim?.bank])].flatMap((bank) => bank ?? []);
  const words = named.map((bank) => {
    const consigned = banks.get(bank) ?? null;
    if (consigned) return `${bank}は、前払金を預託できる金融機関です。`;
    return consigned === null
      ? `${bank}は、全国の金融機関の一覧に見つかりません。`
      : `${bank}は、前払金を預託できる金融機関の一覧にありません。`;
  });
  return {
    title: "預託金融機関",
    passed: named.every((bank) => banks.get(bank)),
    reason: `${words.join("")}${demoBanks ? "（デモ用の一覧）" : ""}`,
  };
}

function checkJointVenture({ answers: { works } }: ExaminedCase): CheckResult {
  const { jv } = works;
  return {
    title: "JVの構成",
    passed: jv !== null,
    reason: jv
      ? `代表者と構成員${jv.members.length}社の割合は、合計100.00%です（${JV_KINDS[jv.kind]}、${JV_DEPOSITS[jv.deposit]}）。`
      : "方式と構成員が未入力です。協定書を確かめてください。",
  };
}

function checkLimit({ guaranteedYen, approvalLimitYen }: ExaminedCase): CheckResult {
  const within = guaranteedYen <= approvalLimitYen;
  return {
    title: "保証金額の合計",
    passed: within,
    reason: within
      ? `${formatYen(guaranteedYen)}です（支店の限度額 ${formatYen(approvalLimitYen)}以下）。`
      : `${formatYen(guaranteedYen)}です。支店の限度額 ${formatYen(approvalLimitYen)}を超えるため、承認には審査した人とは別の承認者が必要です。`,
  };
}

function checkDuplicates({ answers, similarApplications }: ExaminedCase): CheckResult {
  const same = findDuplicates(answers, similarApplications);
  return {
    title: "重複",
    passed: same.length === 0,
    reason:
      same.length === 0 ? "同じ工事の申込はありません。" : "同じ発注者・工事・保証種類の申込があります。",
    ...(same.length === 0
      ? {}
      : { cases: same.map(({ id, receiptNumber, companyName }) => ({ id, receiptNumber, companyName })) }),
  };
}

/**
 * Applications for the same works: the same 工事番号 or 工事名 (apart from width, blanks and letter case) and a product in
 * common. Two members of a joint venture, or a company that forgot its first submission, may apply for one guarantee
 * twice.
 */
export function findDuplicates(
  { works, products }: Answers,
  similarApplications: readonly SimilarApplication[],
): SimilarApplication[] {
  const asked = guaranteesOf(products).map(({ product }): string => product);
  const number = foldForSearch(works.workNumber ?? "");
  const name = foldForSearch(works.workName);
  return similarApplications.filter((other) => {
    const sameNumber = number !== "" && foldForSearch(other.workNumber ?? "") === number;
    const sameWorks = sameNumber || foldForSearch(other.workName) === name;
    return sameWorks && other.products.some((product) => asked.includes(product));
  });
}
