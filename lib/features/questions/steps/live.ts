import { parseDate } from "#lib/core/calendar.ts";
import { formatRatio, maximumYen, minimumYen, parseYen } from "#lib/core/money.ts";
import { PROCUREMENTS } from "../lines/choices.ts";
import { decideEligibility, type Eligibility } from "../rules.ts";
import type { Context, ObligeeChoice, Procurement, RawDraft } from "../types.ts";

// What the form tells while it is being filled in. It reads the same raw text as the check, says nothing about what
// cannot be read yet, and refuses nothing.

/** An amount beside its base: the share as shown, the rule's limit in yen, and whether it is met (null: no rule known yet). */
export type Share = {
  base: string;
  baseYen: bigint | null;
  yen: bigint | null;
  ratio: string | null;
  limitYen: bigint | null;
  met: boolean | null;
};

/** An amount as typed, or null while it is none. */
export function yenOf(raw: string | undefined): bigint | null {
  const amount = parseYen(raw ?? "");
  return amount.ok ? amount.yen : null;
}

/** The chosen obligee, or null. */
export function obligeeOf(raw: RawDraft, context: Context): ObligeeChoice | null {
  return context.obligees.find(({ id }) => id === raw.obligee) ?? null;
}

/** The chosen procurement, or null. */
export function procurementOf(raw: RawDraft): Procurement | null {
  const known = raw.procurement !== undefined && Object.hasOwn(PROCUREMENTS, raw.procurement);
  return known ? (raw.procurement as Procurement) : null;
}

function shareOf(
  base: string,
  baseYen: bigint | null,
  yen: bigint | null,
  limitOf: (baseYen: bigint, percent: number) => bigint,
  percent: number | undefined,
): Share {
  const limitYen = baseYen && percent !== undefined ? limitOf(baseYen, percent) : null;
  const within = (limit: bigint, amount: bigint) =>
    limitOf === minimumYen ? amount >= limit : amount <= limit;
  return {
    base,
    baseYen,
    yen,
    ratio: yen !== null && baseYen !== null ? formatRatio(yen, baseYen) : null,
    limitYen,
    met: yen && limitYen !== null ? within(limitYen, yen) : null,
  };
}

/** 前払金保証金額 against 今年度対象額 when something is typed there, else against 請負金額. */
export function advanceShare(raw: RawDraft, context: Context): Share {
  const yearly = (raw.advanceBaseYen ?? "").trim() !== "";
  const baseYen = yenOf(yearly ? raw.advanceBaseYen : raw.contractYen);
  const yen = yenOf(raw.advanceYen);
  const rule = obligeeOf(raw, context)?.rule;
  const base = yearly ? "今年度対象額" : "請負金額";
  return shareOf(base, baseYen, yen, maximumYen, rule?.advanceCapPercent);
}

/** 契約保証金額 against 請負金額. */
export function performanceShare(raw: RawDraft, context: Context): Share {
  const baseYen = yenOf(raw.contractYen);
  const yen = yenOf(raw.performanceYen);
  const rule = obligeeOf(raw, context)?.rule;
  return shareOf("請負金額", baseYen, yen, minimumYen, rule?.performanceMinPercent);
}

/** The 前払金 beside a 中間前払金: the one of this application, else the one received before. */
function advanceYenOf(raw: RawDraft): bigint | null {
  return yenOf(raw.advanceApply ? raw.advanceYen : raw.interimReceivedYen);
}

/** 中間前払金保証金額 against its base, and together with the 前払金 against the same base. */
export function interimShares(raw: RawDraft, context: Context): { alone: Share; both: Share } {
  const yearly = (raw.interimBaseYen ?? "").trim() !== "";
  const base = yearly ? "今年度対象額" : "請負金額";
  const baseYen = yenOf(yearly ? raw.interimBaseYen : raw.contractYen);
  const yen = yenOf(raw.interimYen);
  const advanceYen = advanceYenOf(raw);
  const sum = yen !== null && advanceYen !== null ? yen + advanceYen : null;
  const rule = obligeeOf(raw, context)?.rule;
  return {
    alone: shareOf(base, baseYen, yen, maximumYen, rule?.interimCapPercent),
    both: shareOf(base, baseYen, sum, maximumYen, rule?.advancesCapPercent),
  };
}

/** Whether 電子保証 may be used for what is typed so far; null until an obligee is chosen. */
export function liveEligibility(raw: RawDraft, context: Context): Eligibility | null {
  const obligee = obligeeOf(raw, context);
  if (!obligee) return null;
  return decideEligibility(obligee, {
    procurement: procurementOf(raw),
    noticeOn: parseDate(raw.noticeOn ?? ""),
    nominatedOn: parseDate(raw.nominatedOn ?? ""),
  });
}
