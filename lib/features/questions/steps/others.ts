import { foldCode } from "#lib/core/text.ts";
import { FIELDS as L } from "../constants.ts";
import { WISHES } from "../lines/choices.ts";
import { choice, email, oneOf, optionalLine, optionalMessage, optionalPhone } from "../schema.ts";
import type { Context, Others, RawDraft, SummaryRow } from "../types.ts";
import { type Parsed, parseFields, textRow } from "./step.ts";

/** Tab 「その他」: an address is required with 希望する, and checked when one stands there anyway. */
export function parseOthers(raw: RawDraft, context: Context): Parsed<Others> {
  const mailNeeded = raw.notice === "yes" || foldCode(raw.noticeEmail ?? "") !== "";
  const parsed = parseFields(
    {
      branch: oneOf(
        L.branch,
        context.branches.map((branch) => branch.id),
      ),
      notice: choice(L.notice, WISHES),
      noticeEmail: mailNeeded ? email(L.noticeEmail) : optionalLine(L.noticeEmail),
      contactDepartment: optionalLine(L.contactDepartment),
      contactPosition: optionalLine(L.contactPosition),
      contactName: optionalLine(L.contactName),
      contactPhone: optionalPhone(L.contactPhone),
      messageToBranch: optionalMessage(L.messageToBranch),
    },
    raw,
  );
  if (!parsed.ok) return parsed;
  const { branch, ...rest } = parsed.answers;
  return { ok: true, answers: { branchId: branch, ...rest } };
}

/** The tab's answers in words. */
export function summarizeOthers(others: Others, context: Context): SummaryRow[] {
  const branch = context.branches.find((one) => one.id === others.branchId);
  return [
    textRow("branch", branch?.name ?? null),
    textRow("notice", WISHES[others.notice]),
    textRow("noticeEmail", others.noticeEmail),
    textRow("contactDepartment", others.contactDepartment),
    textRow("contactPosition", others.contactPosition),
    textRow("contactName", others.contactName),
    textRow("contactPhone", others.contactPhone),
    textRow("messageToBranch", others.messageToBranch),
  ];
}
