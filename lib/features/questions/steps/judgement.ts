import { fiscalYear, formatFiscalYear, formatWareki } from "#lib/core/calendar.ts";
import { formatYen } from "#lib/core/money.ts";
import { FIELDS, PRODUCTS_ASKED, YEAR_ROWS } from "../constants.ts";
import {
  decideEligibility,
  type Eligibility,
  formatShare,
  halfPassedOn,
  halfPeriodOf,
  termOfYear,
} from "../rules.ts";
import type { FieldError, Known, ObligeeChoice, Works } from "../types.ts";
import { checkMeasures, type Measure, measureAmounts } from "./measures.ts";

/**
 * Judges answers by the rules as far as they can be read; unknown answers are not judged. The form's live hints, the
 * check at 「申込内容を確認する」 and the branch's examination all use it.
 */
export type Judgement = {
  /** Null until an obligee is chosen. */
  eligibility: Eligibility | null;
  /** The amounts with their limits, in the order of the form. */
  measures: Measure[];
  /** The first day on which half of the period for 中間前払金 has passed; null while it is not known. */
  halfPassedOn: string | null;
  mistakes: FieldError[];
};

/** Applies all rules between the answers of the three tabs. */
export function judge(known: Known, obligees: readonly ObligeeChoice[]): Judgement {
  const obligee = obligees.find(({ id }) => id === known.works.obligeeId) ?? null;
  const { procurement = null, noticeOn = null, nominatedOn = null } = known.works;
  const eligibility = obligee && decideEligibility(obligee, { procurement, noticeOn, nominatedOn });
  const measures = measureAmounts(known, obligee);
  const half = halfPeriodOf(known);
  return {
    eligibility,
    measures,
    halfPassedOn: half && halfPassedOn(half.from, half.to),
    mistakes: [
      ...checkPeriod(known.works),
      ...checkYears(known.works),
      ...checkShares(known.works),
      ...checkForms(known, eligibility),
      ...checkYearly("advance", known),
      ...checkYearly("interim", known),
      ...checkMeasures(measures, obligee),
    ],
  };
}

/** 工期（自） <= 工期（至）; any other order of dates is only hinted at. */
function checkPeriod({ worksFrom, worksTo }: Pick<Known["works"], "worksFrom" | "worksTo">): FieldError[] {
  if (!worksFrom || !worksTo || worksFrom <= worksTo) return [];
  const from = formatWareki(worksFrom);
  return [{ field: "worksTo", message: `工期（至）は、工期（自）の${from}以降の日付を入力してください。` }];
}

/** 年度割, if every row of it can be read, else null. */
function plannedYears({ years }: Known["works"]): Works["years"] | null {
  const whole = years.flatMap(({ fiscalYear: year, plannedYen }) =>
    year && plannedYen ? [{ fiscalYear: year, plannedYen }] : [],
  );
  return whole.length === years.length ? whole : null;
}

/** 年度割 lies within 工期 and makes up 請負金額 (each year's 出来高予定額 is a part of it). */
function checkYears(works: Known["works"]): FieldError[] {
  const { worksFrom, worksTo, contractYen } = works;
  const years = plannedYears(works) ?? [];
  if (years.length === 0 || !worksFrom || !worksTo || worksFrom > worksTo) return [];
  const [first, last] = [fiscalYear(worksFrom), fiscalYear(worksTo)];
  const outside = years.findIndex((year) => year.fiscalYear < first || year.fiscalYear > last);
  if (outside >= 0)
    return [
      {
        field: `year${YEAR_ROWS[outside] ?? 1}`,
        message: `年度割は、工期の${formatFiscalYear(first)}から${formatFiscalYear(last)}までの年度で入力してください。`,
      },
    ];
  const sum = years.reduce((total, { plannedYen }) => total + plannedYen, 0n);
  if (!contractYen || sum === contractYen) return [];
  return [
    {
      field: "yearYen1",
      message: `年度割の出来高予定額は、合計が請負金額（${formatYen(contractYen)}）になるように入力してください（いまの合計 ${formatYen(sum)}）。`,
    },
  ];
}

/** The readable shares of a joint venture, in hundredths of a percent. */
export function sumOfShares(jv: NonNullable<Known["works"]["jv"]>): { sum: number; whole: boolean } {
  const shares = [jv.ownShare, ...jv.members.map(({ share }) => share)];
  return { sum: shares.reduce<number>((sum, share) => sum + (share ?? 0), 0), whole: shares.every(Boolean) };
}

/** The shares must make exactly 100 %, which is checked once all of them can be read. */
function checkShares({ jv }: Known["works"]): FieldError[] {
  if (!jv) return [];
  const { sum, whole } = sumOfShares(jv);
  if (!whole || sum === 10_000) return [];
  return [
    {
      field: "jvOwnShare",
      message: `代表者と構成員の割合は、合計が100.00%になるように入力してください（いまの合計 ${formatShare(sum)}）。`,
    },
  ];
}

/** No product may be electronic where the obligee's start rule excludes it. */
function checkForms({ products }: Known, eligibility: Eligibility | null): FieldError[] {
  if (eligibility?.verdict !== "rejected") return [];
  const electronic = PRODUCTS_ASKED.filter((product) => products[product]?.form === "electronic");
  return electronic.map((product) => ({ field: `${product}Form`, message: eligibility.reason }));
}

/** With 年度割, 保証期限 names one of its years, and 今年度対象額 is at most what is planned for that year. */
function checkYearly(product: "advance" | "interim", { works, products }: Known): FieldError[] {
  const { expiresOn, baseYen } = products[product] ?? {};
  const years = plannedYears(works) ?? [];
  const { worksTo } = works;
  if (years.length === 0 || !worksTo || !expiresOn) return [];
  const year = years.find((year) => termOfYear(year.fiscalYear, worksTo) === expiresOn);
  if (!year) {
    const terms = years.map((year) => formatWareki(termOfYear(year.fiscalYear, worksTo)));
    const field = `${product}ExpiresOn` as const;
    return [
      {
        field,
        message: `${FIELDS[field]}は、年度割の年度の末日（最後の年度は工期（至））の${terms.join("、")}のいずれかを入力してください。`,
      },
    ];
  }
  if (!baseYen || baseYen <= year.plannedYen) return [];
  const field = `${product}BaseYen` as const;
  return [
    {
      field,
      message: `${FIELDS[field]}は、${formatFiscalYear(year.fiscalYear)}の出来高予定額（${formatYen(year.plannedYen)}）以下で入力してください。`,
    },
  ];
}
