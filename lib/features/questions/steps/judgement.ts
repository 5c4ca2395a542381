import { fiscalYear, formatFiscalYear, formatWareki } from "#lib/core/calendar.ts";
import { formatRatio, formatYen, maximumYen, minimumYen } from "#lib/core/money.ts";
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

/** An amount with its base and the rule's limit; null while it is not known. */
export type Measure = {
  field: "advanceYen" | "performanceYen" | "interimYen";
  /** The amount is 中間前払金 and 前払金 together. */
  together: boolean;
  yen: bigint | null;
  /** 請負金額 or 今年度対象額. */
  base: string;
  baseYen: bigint | null;
  /** The amount as a share of its base, rounded for display, so it decides nothing. */
  ratio: string | null;
  bound: "most" | "least";
  percent: number | null;
  limitYen: bigint | null;
  met: boolean | null;
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

type Base = Pick<Measure, "base" | "baseYen">;

/** The base of a percentage: 今年度対象額 if it is filled in, else 請負金額 (docs/domain.md 3.2). */
function baseOf(
  { baseYen }: { baseYen?: bigint | null | undefined },
  { contractYen = null }: Known["works"],
): Base {
  if (baseYen === null) return { base: "請負金額", baseYen: contractYen };
  return { base: "今年度対象額", baseYen: baseYen ?? null };
}

/** Each amount with its limits, in exact yen: the most for 前払金 and 中間前払金, the least for 契約保証金額. */
function measureAmounts({ works, products }: Known, obligee: ObligeeChoice | null): Measure[] {
  const { advance, performance, interim } = products;
  const rule = obligee?.rule;
  const { contractYen = null } = works;
  const before = advance ? advance.guaranteeYen : interim?.receivedYen;
  const sum = interim?.guaranteeYen && before ? interim.guaranteeYen + before : null;
  return [
    ...(advance
      ? [measure("advanceYen", advance.guaranteeYen, baseOf(advance, works), "most", rule?.advanceCapPercent)]
      : []),
    ...(performance
      ? [
          measure(
            "performanceYen",
            performance.guaranteeYen,
            { base: "請負金額", baseYen: contractYen },
            "least",
            rule?.performanceMinPercent,
          ),
        ]
      : []),
    ...(interim
      ? [
          measure(
            "interimYen",
            interim.guaranteeYen,
            baseOf(interim, works),
            "most",
            rule?.interimCapPercent,
          ),
          {
            ...measure("interimYen", sum, baseOf(interim, works), "most", rule?.advancesCapPercent),
            together: true,
          },
        ]
      : []),
  ];
}

function measure(
  field: Measure["field"],
  given: bigint | null | undefined,
  { base, baseYen }: Base,
  bound: Measure["bound"],
  limit: number | undefined,
): Measure {
  const [yen, percent] = [given ?? null, limit ?? null];
  const limitOf = bound === "least" ? minimumYen : maximumYen;
  const limitYen = baseYen && percent !== null ? limitOf(baseYen, percent) : null;
  return {
    field,
    together: false,
    yen,
    base,
    baseYen,
    ratio: yen !== null && baseYen ? formatRatio(yen, baseYen) : null,
    bound,
    percent,
    limitYen,
    met: yen !== null && limitYen !== null ? (bound === "least" ? yen >= limitYen : yen <= limitYen) : null,
  };
}

/**
 * One sentence for each amount beyond its limit. The sum of both advances is checked once 中間前払金 alone is within its own
 * limit.
 */
function checkMeasures(measures: readonly Measure[], obligee: ObligeeChoice | null): FieldError[] {
  const demo = obligee?.rule.demoPercentages ? "（デモ用の条件）" : "";
  const broken = measures.filter(({ met }) => met === false);
  return broken
    .filter(({ field }, at) => broken.findIndex((other) => other.field === field) === at)
    .map((measure) => ({ field: measure.field, message: `${sentenceOf(measure, measures)}${demo}` }));
}

function sentenceOf(
  { field, together, base, bound, percent, limitYen, yen }: Measure,
  all: readonly Measure[],
) {
  const limit = `${base}の${percent}.0%（${formatYen(limitYen ?? 0n)}）`;
  if (!together)
    return `${FIELDS[field]}は、${limit}${bound === "least" ? "以上" : "以下"}で入力してください。`;
  const alone = all.find((other) => other.field === field)?.yen ?? 0n;
  const before = (yen ?? 0n) - alone;
  const left = (limitYen ?? 0n) - before;
  return left < 1n
    ? `前払金の額（${formatYen(before)}）だけで、中間前払金との合計の上限の${limit}に達しています。金額をご確認ください。`
    : `前払金との合計が${limit}以下になるように、${FIELDS[field]}は${formatYen(left)}以下で入力してください。`;
}
