import { formatRatio, formatYen, maximumYen, minimumYen } from "#lib/core/money.ts";
import { FIELDS } from "../constants.ts";
import type { FieldError, Known, ObligeeChoice } from "../types.ts";

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
export function measureAmounts({ works, products }: Known, obligee: ObligeeChoice | null): Measure[] {
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
export function checkMeasures(measures: readonly Measure[], obligee: ObligeeChoice | null): FieldError[] {
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
