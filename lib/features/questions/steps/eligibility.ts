import { parseDate } from "#lib/core/calendar.ts";
import { FIELDS, type FieldName } from "../constants.ts";
import { PROCUREMENTS } from "../lines/choices.ts";
import { decideEligibility, decidingDate } from "../rules.ts";
import type { ObligeeChoice, Procurement, RawDraft } from "../types.ts";

/** The choice for an obligee that is not in the list. */
export const OTHER_OBLIGEE = "other";

/** The questions that decide whether 電子保証 may be used. */
export const ELIGIBILITY_FIELDS = [
  "obligee",
  "procurement",
  "noticeOn",
  "nominatedOn",
] as const satisfies FieldName[];

/** The chosen obligee, or null. */
export function obligeeOf(raw: RawDraft, obligees: readonly ObligeeChoice[]): ObligeeChoice | null {
  return obligees.find(({ id }) => id === raw.obligee) ?? null;
}

/** The chosen procurement, or null. */
export function procurementOf(raw: RawDraft): Procurement | null {
  const known = raw.procurement !== undefined && Object.hasOwn(PROCUREMENTS, raw.procurement);
  return known ? (raw.procurement as Procurement) : null;
}

/** The answer before applying: 可, 不可 or 要確認, why, and where the rule is published. */
export type Verdict = {
  mark: "可" | "不可" | "要確認";
  title: string;
  reason: string;
  source: string | null;
};

/**
 * Judges the typed answers by the obligee's rule; null until an obligee is chosen. What is missing or cannot be read
 * makes it 要確認 and is named; nothing is assumed.
 */
export function judgeEligibility(raw: RawDraft, obligees: ObligeeChoice[]): Verdict | null {
  if (raw.obligee === OTHER_OBLIGEE)
    return {
      mark: "要確認",
      title: "一覧にない発注者です",
      reason:
        "電子保証に対応しているか、発注者にお尋ねください。申込については、申込先の支店にお尋ねください。",
      source: null,
    };
  const obligee = obligeeOf(raw, obligees);
  if (!obligee) return null;
  const { title, rule } = obligee;
  const procurement = procurementOf(raw);
  const dates = {
    noticeOn: parseDate(raw.noticeOn ?? ""),
    nominatedOn: parseDate(raw.nominatedOn ?? ""),
  };
  const found = decideEligibility(obligee, { procurement, ...dates });
  const { source } = rule;
  if (found.verdict === "accepted")
    return { mark: "可", title: `${title}は電子保証を利用できます`, reason: found.reason, source };
  if (found.verdict === "rejected")
    return { mark: "不可", title: `${title}の電子保証は利用できません`, reason: found.reason, source };
  if (found.verdict === "unclear")
    return { mark: "要確認", title: `${title}に確認してください`, reason: found.reason, source };
  const field = procurement && decidingDate(procurement);
  const unreadable = field !== null && (raw[field] ?? "").trim() !== "";
  const reason = unreadable
    ? `${FIELDS[field]}を読み取れません。2026/4/10、R8.4.10 または 令和8年4月10日 のように入力してください。`
    : `電子保証を利用できるか確かめるため、${found.missing}を${procurement ? "入力して" : "選んで"}ください。`;
  return { mark: "要確認", title: `${title}の条件を確かめられません`, reason, source };
}
