import { foldCode, foldDigits } from "#lib/core/text.ts";

/** Amounts go up to twelve nines. */
const maxDigits = 12;

export type ParsedYen =
  | { ok: true; yen: bigint }
  | { ok: false; reason: "empty" | "not_a_number" | "out_of_range" };

/** Digits that may contain 千 and 百, as before 兆, 億, 万 or 円: 2千5百, 2千, 500. */
const group = "((?:\\d+千)?(?:\\d+百)?\\d*)";
const withUnits = new RegExp(`^(?:${group}兆)?(?:${group}億)?(?:${group}万)?${group}$`);
/** No amount with units is longer than this. */
const longestWithUnits = 60;

/** Reads 2千5百 as 2500; null when there is nothing to read. */
function readGroup(text: string): bigint | null {
  const [, thousands, hundreds, ones] = /^(?:(\d+)千)?(?:(\d+)百)?(\d*)$/.exec(text) ?? [];
  if (!thousands && !hundreds && !ones) return null;
  return BigInt(thousands ?? 0) * 1_000n + BigInt(hundreds ?? 0) * 100n + BigInt(ones || 0);
}

/** Reads 1億2,345万6,789 or 2千万; null when a unit has no number before it, or one too large for its place. */
function readUnits(text: string): bigint | null {
  const found = text.length > longestWithUnits ? null : withUnits.exec(text);
  if (!found) return null;
  let yen = 0n;
  let leading = true;
  for (const [at, part] of found.slice(1).entries()) {
    // The unit is absent, or nothing follows the last one.
    if (part === undefined || (part === "" && at === 3)) continue;
    const value = readGroup(part);
    if (value === null || (!leading && value >= 10_000n)) return null;
    yen += value * 10_000n ** BigInt(3 - at);
    leading = false;
  }
  return leading ? null : yen;
}

/**
 * Reads an amount of whole yen as typed or pasted: in either width, with separators, a ¥ before it or 円 behind it, or
 * as it is spoken (2,000万円, 2千万, 1億2,345万6,789円). Accepts 1 to 999,999,999,999. A minus or a decimal point is
 * not_a_number, because dropping it would change the amount.
 */
export function parseYen(raw: string): ParsedYen {
  if (foldCode(raw) === "") return { ok: false, reason: "empty" };
  // The ¥ key of a Japanese keyboard may send a backslash.
  const [, text = ""] = /^[¥￥\\]?(.+?)円?$/.exec(foldDigits(raw)) ?? [];
  const digits = /^\d+$/.test(text) ? text : readUnits(text)?.toString();
  if (digits === undefined) return { ok: false, reason: "not_a_number" };
  const significant = digits.replace(/^0+/, "");
  if (significant === "" || significant.length > maxDigits) return { ok: false, reason: "out_of_range" };
  return { ok: true, yen: BigInt(significant) };
}

/** An amount with separators and no unit, "20,000,000". */
export function formatAmount(yen: bigint): string {
  return yen.toString().replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** An amount with separators and unit, "20,000,000円". */
export function formatYen(yen: bigint): string {
  return `${formatAmount(yen)}円`;
}

/** An amount as it is spoken, 「2,000万円」「1億2,345万6,789円」, so that a wrong number of zeros is noticed while typing. */
export function readYen(yen: bigint): string {
  if (yen < 0n) return `-${readYen(-yen)}`;
  const units = ["", "万", "億", "兆"];
  let said = "";
  let rest = yen;
  for (const [power, unit] of units.entries()) {
    const part = power < units.length - 1 ? rest % 10_000n : rest;
    if (part > 0n) said = `${formatAmount(part)}${unit}${said}`;
    rest /= 10_000n;
  }
  return `${said || "0"}円`;
}

/**
 * An amount as a share of its base in tenths of a percent, rounded half up. Throws RangeError unless amount >= 0 and
 * base > 0.
 */
export function ratioTenths(amountYen: bigint, baseYen: bigint): bigint {
  if (amountYen < 0n || baseYen <= 0n) throw new RangeError("A ratio needs an amount >= 0 and a base > 0");
  return (2000n * amountYen + baseYen) / (2n * baseYen);
}

/** An amount as a share of its base for display, "40.0%". Rules compare exact yen with {@link withinCap} instead. */
export function formatRatio(amountYen: bigint, baseYen: bigint): string {
  const tenths = ratioTenths(amountYen, baseYen);
  return `${tenths / 10n}.${tenths % 10n}%`;
}

/**
 * Whether an amount is at most `capPercent` of its base, in exact yen: 40.04 % is displayed as 40.0% but is over 40.
 */
export function withinCap(amountYen: bigint, baseYen: bigint, capPercent: bigint | number): boolean {
  return amountYen * 100n <= baseYen * BigInt(capPercent);
}

/** The largest amount within a whole percentage of a base (base >= 0), rounded down. */
export function maximumYen(baseYen: bigint, percent: bigint | number): bigint {
  return (baseYen * BigInt(percent)) / 100n;
}

/** The smallest amount that reaches a whole percentage of a base (base >= 0), rounded up. */
export function minimumYen(baseYen: bigint, percent: bigint | number): bigint {
  return (baseYen * BigInt(percent) + 99n) / 100n;
}
