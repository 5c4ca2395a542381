import { foldCode, foldName } from "#lib/core/text.ts";
import {
  FIELD_NAMES,
  type FieldName,
  LINES,
  PRODUCTS_ASKED,
  QUESTIONS,
  ROWS,
  type RowGroup,
  type RowOf,
} from "../constants.ts";
import type { Case, Line } from "../lines/line.ts";
import type { RawDraft } from "../types.ts";

// Whether a question is asked, must be answered and goes with the application: decided by what is typed elsewhere.

const isBlank = (text: string | undefined) => foldCode(text ?? "") === "";

/** The rows of a group that somebody has begun to fill in. */
export function filledRows<G extends RowGroup>(group: G, raw: RawDraft): RowOf<G>[] {
  const names = Object.entries(LINES).flatMap(([name, line]) => (line.group === group ? [name] : []));
  const isBegun = (n: number) => names.some((name) => !isBlank(raw[name.replace("#", `${n}`) as FieldName]));
  return (ROWS[group] as readonly RowOf<G>[]).filter(isBegun);
}

/** Whether somebody has begun with the joint venture beside its name. */
export function isVentureBegun(raw: RawDraft): boolean {
  return FIELD_NAMES.some((field) => isVenture(QUESTIONS[field]) && !isBlank(raw[field]));
}

const isVenture = ({ group }: Line) => group === "jv" || group === "members";

const isVentureNamed = (raw: RawDraft) => foldName(raw.jvName ?? "") !== "";

const CASES: Readonly<Record<Case, (raw: RawDraft) => boolean>> = {
  // Until the procurement is chosen the form asks for 公告日, so that its mistakes are told in one list.
  competitive: (raw) => raw.procurement !== "negotiated",
  negotiated: (raw) => raw.procurement === "negotiated",
  // With 年度割 the percentages and the term are the year's, so that neither is assumed.
  yearly: (raw) => filledRows("years", raw).length > 0,
  // The 前払金 of the same application is known; an earlier one is asked for.
  advanceBefore: (raw) => !raw.advanceApply,
  mailWished: (raw) => raw.notice === "yes",
};

/** Whether a question is asked with what stands in the others. */
export function isAsked({ asked }: Line, raw: RawDraft): boolean {
  return asked === undefined || CASES[asked](raw);
}

/** Whether a question that is asked must be answered. */
export function isRequired({ required }: Line, raw: RawDraft): boolean {
  return required === "always" || (required !== "never" && CASES[required](raw));
}

/**
 * Whether what stands in a field goes with the application. A product that is not applied for sends nothing (its 請求先 is
 * prefilled with the company), nor does a joint venture without a name.
 */
export function isSent(field: FieldName, raw: RawDraft): boolean {
  const line = QUESTIONS[field];
  if (isVenture(line)) return isVentureNamed(raw);
  const product = PRODUCTS_ASKED.find((one) => one === line.group);
  return product === undefined || Boolean(raw[`${product}Apply`]);
}
