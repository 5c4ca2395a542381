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

// Whether a question is asked, is required and goes with the application, depending on what is typed elsewhere.

const isBlank = (text: string | undefined) => foldCode(text ?? "") === "";

/** The rows of a group that have been begun. */
export function filledRows<G extends RowGroup>(group: G, raw: RawDraft): RowOf<G>[] {
  const names = Object.entries(LINES).flatMap(([name, line]) => (line.group === group ? [name] : []));
  const isBegun = (n: number) => names.some((name) => !isBlank(raw[name.replace("#", `${n}`) as FieldName]));
  return (ROWS[group] as readonly RowOf<G>[]).filter(isBegun);
}

/** Whether anything but the name of the joint venture has been filled in. */
export function isVentureBegun(raw: RawDraft): boolean {
  return FIELD_NAMES.some((field) => isVenture(QUESTIONS[field]) && !isBlank(raw[field]));
}

const isVenture = ({ group }: Line) => group === "jv" || group === "members";

const isVentureNamed = (raw: RawDraft) => foldName(raw.jvName ?? "") !== "";

const CASES: Readonly<Record<Case, (raw: RawDraft) => boolean>> = {
  // Until the procurement is chosen the form asks for 公告日, so that its mistakes are in one list with the others.
  competitive: (raw) => raw.procurement !== "negotiated",
  negotiated: (raw) => raw.procurement === "negotiated",
  // With 年度割 the percentages and the term are those of the year, so neither can be assumed.
  yearly: (raw) => filledRows("years", raw).length > 0,
  // The 前払金 of the same application is known; only an earlier one has to be asked.
  advanceBefore: (raw) => !raw.advanceApply,
  mailWished: (raw) => raw.notice === "yes",
};

/** Whether a question is asked, given the other fields. */
export function isAsked({ asked }: Line, raw: RawDraft): boolean {
  return asked === undefined || CASES[asked](raw);
}

/** Whether a question that is asked is required. */
export function isRequired({ required }: Line, raw: RawDraft): boolean {
  return required === "always" || (required !== "never" && CASES[required](raw));
}

/**
 * Whether the text of a field goes with the application. A product that is not applied for sends nothing (its 請求先 is
 * prefilled with the company), and neither does a joint venture without a name.
 */
export function isSent(field: FieldName, raw: RawDraft): boolean {
  const line = QUESTIONS[field];
  if (isVenture(line)) return isVentureNamed(raw);
  const product = PRODUCTS_ASKED.find((candidate) => candidate === line.group);
  return product === undefined || Boolean(raw[`${product}Apply`]);
}
