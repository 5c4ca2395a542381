import { addDays, endOfFiscalYear, fiscalYear, formatFiscalYear, formatWareki } from "#lib/core/calendar.ts";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import { formatYen, minimumYen, withinCap } from "#lib/core/money.ts";
import { FIELDS, YEAR_ROWS } from "./constants.ts";
import type { Answers, FieldError, ObligeeChoice, Procurement, Works } from "./types.ts";

/**
 * Whether 電子保証 may be used: 可, 不可 with the sentence for the contractor, not said by the obligee's rule (to be asked,
 * never refused), or not yet known.
 */
export type Eligibility =
  | { verdict: "accepted"; reason: string }
  | { verdict: "rejected"; reason: string }
  | { verdict: "unclear"; reason: string }
  | { verdict: "unknown"; missing: string };

type Case = { procurement: Procurement | null; noticeOn: string | null; nominatedOn: string | null };

/**
 * Decides the start rule of an obligee (docs/domain.md 6.1: competitive by 公告日, negotiated by 指名日), never by a silent
 * default: what is missing is named. A negotiated contract is judged by 指名日 even when it was signed later.
 */
export function decideEligibility(obligee: ObligeeChoice, given: Case): Eligibility {
  const { rule, title } = obligee;
  if (!rule.acceptsElectronic)
    return {
      verdict: "rejected",
      reason: `${title}は電子保証に対応していません。証書（紙）をお選びください。`,
    };
  if (rule.noticeOnOrAfter === null && rule.nominationOnOrAfter === null)
    return { verdict: "accepted", reason: "公告日・指名日による条件はありません。" };
  if (given.procurement === null) return { verdict: "unknown", missing: "入札・契約方法" };
  const negotiated = given.procurement === "negotiated";
  const [label, on, start] = negotiated
    ? ["指名日", given.nominatedOn, rule.nominationOnOrAfter]
    : ["公告日", given.noticeOn, rule.noticeOnOrAfter];
  // 常陸大宮市 takes 電子保証 in competitive procurement only (docs/domain.md 5.1): no date is no leave.
  if (start === null)
    return {
      verdict: "unclear",
      reason: `${title}の条件には、${negotiated ? "随意契約" : "競争入札"}についての定めがありません。電子保証を利用できるか、発注者に確認してください。`,
    };
  if (on === null) return { verdict: "unknown", missing: label };
  if (on < start)
    return {
      verdict: "rejected",
      reason: `${label}が${formatWareki(on)}のため、${title}の電子保証の対象外です。証書（紙）をお選びください。`,
    };
  const event = negotiated ? "指名" : "公告";
  return {
    verdict: "accepted",
    reason: `${label} ${formatWareki(on)} が条件（${formatWareki(start)}以降の${event}）に合っています。`,
  };
}

/** Which date decides, by procurement: 公告日 (competitive) or 指名日 (negotiated). */
export function decidingDate(procurement: Procurement): "noticeOn" | "nominatedOn" {
  return procurement === "negotiated" ? "nominatedOn" : "noticeOn";
}

/** 工期（自） <= 工期（至）; every other order between dates is a hint only. */
export function checkPeriod(works: Pick<Works, "worksFrom" | "worksTo">): FieldError[] {
  if (works.worksFrom <= works.worksTo) return [];
  const from = formatWareki(works.worksFrom);
  return [{ field: "worksTo", message: `工期（至）は、工期（自）の${from}以降の日付を入力してください。` }];
}

/** 年度割 lies within 工期 and makes up 請負金額 (each year's 出来高予定額 is a part of it). */
export function checkYears(
  works: Pick<Works, "worksFrom" | "worksTo" | "contractYen" | "years">,
): FieldError[] {
  const { years, worksFrom, worksTo, contractYen } = works;
  if (years.length === 0 || worksFrom > worksTo) return [];
  const [first, last] = [fiscalYear(worksFrom), fiscalYear(worksTo)];
  const outside = years.findIndex((year) => year.fiscalYear < first || year.fiscalYear > last);
  const field = (index: number) => `year${YEAR_ROWS[index] ?? 1}` as const;
  if (outside >= 0)
    return [
      {
        field: field(outside),
        message: `年度割は、工期の${formatFiscalYear(first)}から${formatFiscalYear(last)}までの年度で入力してください。`,
      },
    ];
  const sum = years.reduce((total, { plannedYen }) => total + plannedYen, 0n);
  if (sum === contractYen) return [];
  return [
    {
      field: "yearYen1",
      message: `年度割の出来高予定額は、合計が請負金額（${formatYen(contractYen)}）になるように入力してください（いまの合計 ${formatYen(sum)}）。`,
    },
  ];
}

/** 保証期限 of a year's guarantee: the end of the fiscal year, in the last one 工期（至） (docs/domain.md 3.2). */
export function termOfYear(year: number, worksTo: string): string {
  return year >= fiscalYear(worksTo) ? worksTo : endOfFiscalYear(year);
}

/** With 年度割, 保証期限 names one of its years, and 今年度対象額 is at most what is planned for that year. */
function checkYearly(
  product: "advance" | "interim",
  { expiresOn, baseYen }: { expiresOn: string | null; baseYen: bigint | null },
  { years, worksTo }: Works,
): FieldError[] {
  if (years.length === 0 || expiresOn === null) return [];
  const year = years.find((one) => termOfYear(one.fiscalYear, worksTo) === expiresOn);
  if (!year) {
    const terms = years.map((one) => formatWareki(termOfYear(one.fiscalYear, worksTo)));
    const field = `${product}ExpiresOn` as const;
    return [
      {
        field,
        message: `${FIELDS[field]}は、年度割の年度の末日（最後の年度は工期（至））の${terms.join("、")}のいずれかを入力してください。`,
      },
    ];
  }
  if (baseYen === null || baseYen <= year.plannedYen) return [];
  const field = `${product}BaseYen` as const;
  return [
    {
      field,
      message: `${FIELDS[field]}は、${formatFiscalYear(year.fiscalYear)}の出来高予定額（${formatYen(year.plannedYen)}）以下で入力してください。`,
    },
  ];
}

type Dates = Pick<Works, "noticeOn" | "nominatedOn" | "contractedOn" | "worksFrom">;

/**
 * What looks odd in the order of the dates, at the later field; a hint and never a refusal, since cities differ (some
 * begin works before the contract is signed). Dates that cannot be read are null.
 */
export function hintOrder(
  given: {
    [K in keyof Dates]: string | null;
  },
): Partial<Record<"contractedOn" | "worksFrom", string>> {
  const { noticeOn, nominatedOn, contractedOn, worksFrom } = given;
  const hints: Partial<Record<"contractedOn" | "worksFrom", string>> = {};
  const [label, announced] = noticeOn ? ["公告日", noticeOn] : ["指名日", nominatedOn];
  if (announced && contractedOn && contractedOn < announced)
    hints.contractedOn = `${label}の${formatWareki(announced)}より前の日付です。`;
  if (contractedOn && worksFrom && worksFrom < contractedOn)
    hints.worksFrom = `請負契約日の${formatWareki(contractedOn)}より前の日付です。`;
  return hints;
}

const demo = (obligee: ObligeeChoice) => (obligee.rule.demoPercentages ? "（デモ用の条件）" : "");

/** 前払金保証金額 <= cap of its base, in exact yen (the shown percentage is rounded and decides nothing). */
export function checkAdvanceCap(
  obligee: ObligeeChoice,
  amountYen: bigint,
  baseYen: bigint,
  base: string,
): FieldError[] {
  const cap = obligee.rule.advanceCapPercent;
  if (withinCap(amountYen, baseYen, cap)) return [];
  const most = formatYen((baseYen * BigInt(cap)) / 100n);
  return [
    {
      field: "advanceYen",
      message: `前払金保証金額は、${base}の${cap}.0%（${most}）以下で入力してください。${demo(obligee)}`,
    },
  ];
}

/** 契約保証金額 >= the minimum share of 請負金額, rounded up to the yen. */
export function checkPerformanceMinimum(
  obligee: ObligeeChoice,
  amountYen: bigint,
  contractYen: bigint,
): FieldError[] {
  const least = minimumYen(contractYen, obligee.rule.performanceMinPercent);
  if (amountYen >= least) return [];
  return [
    {
      field: "performanceYen",
      message: `契約保証金額は、請負金額の${obligee.rule.performanceMinPercent}.0%（${formatYen(least)}）以上で入力してください。${demo(obligee)}`,
    },
  ];
}

/** 中間前払金保証金額 <= its cap, and together with the 前払金 <= the cap of both, in exact yen. */
export function checkInterimCaps(
  obligee: ObligeeChoice,
  amountYen: bigint,
  advanceYen: bigint,
  baseYen: bigint,
  base: string,
): FieldError[] {
  const { interimCapPercent: cap, advancesCapPercent: both } = obligee.rule;
  const refuse = (message: string): FieldError[] => [
    { field: "interimYen", message: `${message}${demo(obligee)}` },
  ];
  const most = (baseYen * BigInt(cap)) / 100n;
  if (amountYen > most)
    return refuse(`中間前払金保証金額は、${base}の${cap}.0%（${formatYen(most)}）以下で入力してください。`);
  const left = (baseYen * BigInt(both)) / 100n - advanceYen;
  if (amountYen <= left) return [];
  const limit = `${base}の${both}.0%（${formatYen(left + advanceYen)}）`;
  if (left < 1n)
    return refuse(
      `前払金の額（${formatYen(advanceYen)}）だけで、中間前払金との合計の上限の${limit}に達しています。金額をご確認ください。`,
    );
  return refuse(
    `前払金との合計が${limit}以下になるように、中間前払金保証金額は${formatYen(left)}以下で入力してください。`,
  );
}

/** The products that are applied for, in the order in which lists and papers name them. */
export function guaranteesOf(products: Answers["products"]) {
  const { advance, performance, interim } = products;
  // Every product: the compiler names what a new one lacks.
  const given = { advance, performance, interim } satisfies Record<Product, object | null>;
  return (Object.keys(given) as Product[]).flatMap((product) => {
    const one = given[product];
    if (!one) return [];
    return [{ product, form: one.form, guaranteeYen: one.guaranteeYen, payment: one.payment }];
  });
}

/** The base of a percentage: 今年度対象額 where given, else 請負金額 (docs/domain.md 3.2), with its name. */
export function baseOf(
  { baseYen }: { baseYen: bigint | null },
  { contractYen }: Pick<Works, "contractYen">,
): { base: string; baseYen: bigint } {
  return baseYen === null ? { base: "請負金額", baseYen: contractYen } : { base: "今年度対象額", baseYen };
}

/**
 * The period by which half of the works is judged: with 年度割 the part of 工期 in the year applied for, which 保証期限
 * (`expiresOn`, YYYY-MM-DD) names, else all of 工期 (docs/domain.md 3.1).
 */
export function halfPeriodOf(
  { worksFrom, worksTo }: Pick<Works, "worksFrom" | "worksTo">,
  expiresOn: string | null,
): { from: string; to: string } {
  if (expiresOn === null) return { from: worksFrom, to: worksTo };
  const start = `${fiscalYear(expiresOn)}-04-01`;
  return { from: start > worksFrom ? start : worksFrom, to: expiresOn };
}

/**
 * The first day on which half of a period has passed, both its days counted: 2014-06-16 to 2015-02-28 are 258 days, so
 * 129 must be over and the 130th, 2014-10-23, is the day (docs/domain.md 3.1).
 */
export function halfPassedOn(from: string, to: string): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  return addDays(from, Math.ceil(days / 2));
}

/** All rules between the answers of the three tabs; mistakes in the order of the form. */
export function checkRules({ works, products }: Answers, obligees: readonly ObligeeChoice[]): FieldError[] {
  const obligee = obligees.find((one) => one.id === works.obligeeId);
  if (!obligee) return [{ field: "obligee", message: "発注者を選んでください。" }];
  const errors = [...checkPeriod(works), ...checkYears(works)];
  const eligibility = decideEligibility(obligee, works);
  const refuseForm = (field: "advanceForm" | "performanceForm" | "interimForm") => {
    if (eligibility.verdict === "rejected") errors.push({ field, message: eligibility.reason });
    if (eligibility.verdict === "unknown")
      errors.push({
        field,
        message: `電子保証を利用できるか確かめるため、${eligibility.missing}を入力してください。`,
      });
  };
  if (products.advance) {
    if (products.advance.form === "electronic") refuseForm("advanceForm");
    errors.push(...checkYearly("advance", products.advance, works));
    const { base, baseYen } = baseOf(products.advance, works);
    errors.push(...checkAdvanceCap(obligee, products.advance.guaranteeYen, baseYen, base));
  }
  if (products.performance) {
    if (products.performance.form === "electronic") refuseForm("performanceForm");
    errors.push(...checkPerformanceMinimum(obligee, products.performance.guaranteeYen, works.contractYen));
  }
  if (products.interim) {
    const { form, guaranteeYen, receivedYen } = products.interim;
    if (form === "electronic") refuseForm("interimForm");
    errors.push(...checkYearly("interim", products.interim, works));
    const { base, baseYen } = baseOf(products.interim, works);
    const advanceYen = products.advance?.guaranteeYen ?? receivedYen ?? 0n;
    errors.push(...checkInterimCaps(obligee, guaranteeYen, advanceYen, baseYen, base));
  }
  return errors;
}
