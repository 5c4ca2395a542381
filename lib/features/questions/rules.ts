import { addDays, endOfFiscalYear, fiscalYear, formatWareki } from "#lib/core/calendar.ts";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import type { Answers, Known, ObligeeChoice, Procurement, Works } from "./types.ts";

/**
 * Whether 電子保証 may be used: 可; 不可, with the sentence for the contractor; not covered by the obligee's rule (to be
 * asked, never refused); or not yet known.
 */
export type Eligibility =
  | { verdict: "accepted"; reason: string }
  | { verdict: "rejected"; reason: string }
  | { verdict: "unclear"; reason: string }
  | { verdict: "unknown"; missing: string };

type Case = { procurement: Procurement | null; noticeOn: string | null; nominatedOn: string | null };

/**
 * Applies the start rule of an obligee (docs/domain.md 6.1: competitive by 公告日, negotiated by 指名日). It assumes nothing:
 * what is missing is named. A negotiated contract is judged by 指名日 even when it was signed later.
 */
export function decideEligibility(obligee: ObligeeChoice, works: Case): Eligibility {
  const { rule, title } = obligee;
  if (!rule.acceptsElectronic)
    return {
      verdict: "rejected",
      reason: `${title}は電子保証に対応していません。証書（紙）をお選びください。`,
    };
  if (rule.noticeOnOrAfter === null && rule.nominationOnOrAfter === null)
    return { verdict: "accepted", reason: "公告日・指名日による条件はありません。" };
  if (works.procurement === null) return { verdict: "unknown", missing: "入札・契約方法" };
  const negotiated = works.procurement === "negotiated";
  const [label, on, start] = negotiated
    ? ["指名日", works.nominatedOn, rule.nominationOnOrAfter]
    : ["公告日", works.noticeOn, rule.noticeOnOrAfter];
  // 常陸大宮市 accepts 電子保証 in competitive procurement only (docs/domain.md 5.1): a rule without a date for a procurement
  // does not allow it.
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

/** The deciding date of a procurement: 公告日 (competitive) or 指名日 (negotiated). */
export function decidingDate(procurement: Procurement): "noticeOn" | "nominatedOn" {
  return procurement === "negotiated" ? "nominatedOn" : "noticeOn";
}

type Dates = Pick<Works, "noticeOn" | "nominatedOn" | "contractedOn" | "worksFrom">;

/**
 * Hints about odd orders between dates, at the later field. They are never refusals, since cities differ (some begin
 * works before the contract is signed). Dates that cannot be read are null.
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

/** A share in words: 33.34%. */
export function formatShare(hundredths: number): string {
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}%`;
}

/** The 保証期限 of a year's guarantee: the end of the fiscal year, in the last year 工期（至） (docs/domain.md 3.2). */
export function termOfYear(year: number, worksTo: string): string {
  return year >= fiscalYear(worksTo) ? worksTo : endOfFiscalYear(year);
}

/**
 * The period by which half of the works is judged: with 年度割 the part of 工期 in the year applied for, which 保証期限 names,
 * else the whole 工期 (docs/domain.md 3.1); null while it cannot be read.
 */
export function halfPeriodOf({ works, products }: Known): { from: string; to: string } | null {
  const { worksFrom, worksTo, years } = works;
  if (!worksFrom || !worksTo || worksFrom > worksTo) return null;
  if (years.length === 0) return { from: worksFrom, to: worksTo };
  const end = products.interim?.expiresOn;
  if (!end || end < worksFrom || end > worksTo) return null;
  const start = `${fiscalYear(end)}-04-01`;
  return { from: start > worksFrom ? start : worksFrom, to: end };
}

/**
 * The first day on which half of a period has passed, counting both its first and its last day: 2014-06-16 to
 * 2015-02-28 are 258 days, so 129 must be over, and the 130th, 2014-10-23, is the day (docs/domain.md 3.1).
 */
export function halfPassedOn(from: string, to: string): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  return addDays(from, Math.ceil(days / 2));
}

/** The products that are applied for, in the order in which lists and papers name them. */
export function guaranteesOf(products: Answers["products"]) {
  const { advance, performance, interim } = products;
  // Every product, so that the compiler reports what a new one is missing.
  const byProduct = { advance, performance, interim } satisfies Record<Product, object | null>;
  return (Object.keys(byProduct) as Product[]).flatMap((product) => {
    const asked = byProduct[product];
    if (!asked) return [];
    return [{ product, form: asked.form, guaranteeYen: asked.guaranteeYen, payment: asked.payment }];
  });
}
