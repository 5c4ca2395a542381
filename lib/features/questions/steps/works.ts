import { formatYen } from "#lib/core/money.ts";
import { FIELDS as L } from "../constants.ts";
import { PROCUREMENTS } from "../lines/choices.ts";
import { decidingDate } from "../rules.ts";
import { choice, date, line, oneOf, optionalDate, optionalLine, yen } from "../schema.ts";
import type { Context, RawDraft, SummaryRow, Works } from "../types.ts";
import { parseJointVenture, summarizeJointVenture } from "./joint-venture.ts";
import { dateRow, inOrder, nothing, type Parsed, parseFields, textRow } from "./step.ts";
import { parseYears, summarizeYears } from "./years.ts";

/** Tab 「請負工事の情報」: reads the raw text; the date that the procurement does not need is dropped. */
export function parseWorks(raw: RawDraft, context: Context): Parsed<Works> {
  const fields = {
    obligee: oneOf(
      L.obligee,
      context.obligees.map((obligee) => obligee.id),
    ),
    workName: line(L.workName),
    workNumber: optionalLine(L.workNumber),
    procurement: choice(L.procurement, PROCUREMENTS),
    contractedOn: optionalDate(L.contractedOn),
    contractYen: yen(L.contractYen),
    worksFrom: date(L.worksFrom),
    worksTo: date(L.worksTo),
    worksPlace: optionalLine(L.worksPlace),
    jvName: optionalLine(L.jvName),
  };
  const known = raw.procurement !== undefined && Object.hasOwn(PROCUREMENTS, raw.procurement);
  const deciding = known ? decidingDate(raw.procurement as keyof typeof PROCUREMENTS) : null;
  const dates = {
    // Until the procurement is chosen the form asks for 公告日, so that its mistakes are told in one list.
    noticeOn: deciding === "nominatedOn" ? nothing : date(L.noticeOn),
    nominatedOn: deciding === "nominatedOn" ? date(L.nominatedOn) : nothing,
  };
  const parsed = parseFields({ ...fields, ...dates }, raw);
  const [years, jv] = [parseYears(raw), parseJointVenture(raw)];
  if (!parsed.ok || !years.ok || !jv.ok)
    return { ok: false, errors: inOrder([parsed, years, jv].flatMap((one) => (one.ok ? [] : one.errors))) };
  const { obligee, ...rest } = parsed.answers;
  return { ok: true, answers: { obligeeId: obligee, ...rest, years: years.answers, jv: jv.answers } };
}

/** The tab's answers in words. */
export function summarizeWorks(works: Works, context: Context): SummaryRow[] {
  const obligee = context.obligees.find((one) => one.id === works.obligeeId);
  const deciding = decidingDate(works.procurement);
  return [
    textRow("obligee", obligee?.title ?? null),
    textRow("workName", works.workName),
    textRow("workNumber", works.workNumber),
    textRow("procurement", PROCUREMENTS[works.procurement]),
    dateRow(deciding, works[deciding]),
    dateRow("contractedOn", works.contractedOn),
    textRow("contractYen", formatYen(works.contractYen)),
    dateRow("worksFrom", works.worksFrom),
    dateRow("worksTo", works.worksTo),
    ...summarizeYears(works.years),
    textRow("worksPlace", works.worksPlace),
    textRow("jvName", works.jvName),
    ...summarizeJointVenture(works),
  ];
}
