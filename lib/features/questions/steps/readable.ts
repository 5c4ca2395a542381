import { parseDate } from "#lib/core/calendar.ts";
import { checkAdvanceCap, checkInterimCaps, checkPerformanceMinimum, decideEligibility } from "../rules.ts";
import type { Context, FieldError, RawDraft } from "../types.ts";
import { obligeeOf, procurementOf, yenOf } from "./live.ts";

/**
 * The rules that can be judged by what can be read already, while something else is missing or wrong: an amount over its
 * limit stood on the page in words, and was counted as a mistake in a second round only.
 */
export function checkReadable(raw: RawDraft, context: Context): FieldError[] {
  const obligee = obligeeOf(raw, context);
  if (!obligee) return [];
  const found: FieldError[] = [];
  const decided = decideEligibility(obligee, {
    procurement: procurementOf(raw),
    noticeOn: parseDate(raw.noticeOn ?? ""),
    nominatedOn: parseDate(raw.nominatedOn ?? ""),
  });
  if (decided.verdict === "rejected")
    for (const product of ["advance", "performance", "interim"] as const)
      if (raw[`${product}Apply`] && raw[`${product}Form`] === "electronic")
        found.push({ field: `${product}Form`, message: decided.reason });

  const contractYen = yenOf(raw.contractYen);
  const base = (typed: string | undefined) =>
    (typed ?? "").trim() === ""
      ? { name: "請負金額", yen: contractYen }
      : { name: "今年度対象額", yen: yenOf(typed) };
  const advance = { yen: yenOf(raw.advanceYen), base: base(raw.advanceBaseYen) };
  const performanceYen = yenOf(raw.performanceYen);
  const interim = { yen: yenOf(raw.interimYen), base: base(raw.interimBaseYen) };
  if (raw.advanceApply && advance.yen && advance.base.yen)
    found.push(...checkAdvanceCap(obligee, advance.yen, advance.base.yen, advance.base.name));
  if (raw.performanceApply && performanceYen && contractYen)
    found.push(...checkPerformanceMinimum(obligee, performanceYen, contractYen));
  if (raw.interimApply && interim.yen && interim.base.yen) {
    const before = (raw.advanceApply ? advance.yen : yenOf(raw.interimReceivedYen)) ?? 0n;
    found.push(...checkInterimCaps(obligee, interim.yen, before, interim.base.yen, interim.base.name));
  }
  return found;
}
