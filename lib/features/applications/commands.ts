import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { todayInTokyo } from "#lib/core/calendar.ts";
import { now } from "#lib/core/clock.ts";
import { sha256 } from "#lib/core/crypto.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { type Refused, refused } from "#lib/core/result.ts";
import { freezeAttachments } from "#lib/features/attachments/commands.ts";
import { listDraftAttachments } from "#lib/features/attachments/queries.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { postNotice } from "#lib/features/notices/commands.ts";
import { FIELDS, FORM_VERSION } from "#lib/features/questions/constants.ts";
import { presentLostInCopy, presentUnprintable, printedTexts } from "#lib/features/questions/present.ts";
import { guaranteesOf } from "#lib/features/questions/rules.ts";
import { parseApplication } from "#lib/features/questions/steps/form.ts";
import { summarizeApplication } from "#lib/features/questions/steps/summary.ts";
import type { Answers, Context, FieldError, RawDraft, Warning } from "#lib/features/questions/types.ts";
import { freezeSubmission } from "#lib/features/submissions/commands.ts";
import { TERMS_VERSION } from "#lib/features/submissions/constants.ts";
import { canPrint } from "#lib/pdf/kit/typefaces.ts";
import { presentLateness } from "./present.ts";
import { findApplication, getContext, lockApplication } from "./queries.ts";
import { formatReceiptNumber } from "./rules.ts";
import { allows, isEditable, TRANSITIONS } from "./status.ts";

/**
 * A character that no font of the certificate has is pointed out at its field, long before the issuing job would fail
 * on it.
 */
function checkPrintable(draft: RawDraft): FieldError[] {
  return printedTexts(draft).flatMap(({ field, text, printed }) => {
    if (printed === "copy") return [];
    const result = canPrint(text);
    return result.ok ? [] : [{ field, message: presentUnprintable(FIELDS[field], text, result) }];
  });
}

/**
 * Warnings about a draft's characters while it is typed: those that the check will refuse, and those that only the copy
 * loses.
 */
export function warnUnprintable(draft: RawDraft): Warning[] {
  const refusals = checkPrintable(draft).map((error) => ({ ...error, refused: true }));
  const hints = printedTexts(draft).flatMap(({ field, text, printed }) => {
    if (printed !== "copy") return [];
    const result = canPrint(text.replaceAll("\n", " "));
    return result.ok
      ? []
      : [{ field, message: presentLostInCopy(FIELDS[field], text, result), refused: false }];
  });
  return [...refusals, ...hints];
}

type Checked = { ok: true; answers: Answers; context: Context } | { ok: false; errors: FieldError[] };

/** Checks raw answers inside a transaction, for pages that show the result together with what they read. */
export async function checkAnswers(tx: Tx, draft: RawDraft): Promise<Checked> {
  const context = await getContext(tx);
  const parsed = parseApplication(draft, context);
  // All mistakes in one list: what cannot be printed together with what is missing or breaks a rule.
  const errors = [...(parsed.ok ? [] : parsed.errors), ...checkPrintable(draft)];
  if (!parsed.ok || errors.length > 0) return { ok: false, errors };
  return { ok: true, answers: parsed.answers, context };
}

/** Checks a draft as 「申込内容を確認する」 does: all three tabs, the obligee's rules, and that every character can be printed. */
export async function checkDraft(
  scope: ContractorScope,
  id: string,
): Promise<Checked | Refused<"not_found" | "not_editable">> {
  return inScope(scope, async (tx) => {
    const application = await findApplication(tx, id);
    if (!application) return refused("not_found");
    if (!isEditable(application.status)) return refused("not_editable");
    return checkAnswers(tx, application.draft);
  });
}

/**
 * A fingerprint of what the confirm page shows, as hex. Another tab may save the draft while the page is open; sending
 * compares fingerprints, so that nobody sends answers they have not confirmed.
 */
export function fingerprintOf(answers: Answers, context: Context, attachmentIds: readonly string[]): string {
  const shown = [FORM_VERSION, TERMS_VERSION, summarizeApplication(answers, context), attachmentIds];
  return sha256(JSON.stringify(shown)).toString("hex");
}

export type Sent = { id: string; receiptNumber: string };

/**
 * Sends an application, once per revision: after a double click, in another tab or on a reload, the same request finds
 * it sent and gets the same answer. The answers, their words, the form, the terms and the rule are frozen. The first
 * submission takes the day's next 受付番号, which later ones keep.
 * @param expectedVersion version that the confirm page showed.
 * @param shown fingerprint of the answers that the confirm page showed; omitted by callers without such a page.
 */
export async function submitApplication(
  scope: ContractorScope,
  id: string,
  expectedVersion: number,
  shown?: string,
): Promise<Sent | { errors: FieldError[] } | Refused<"not_found" | "changed_meanwhile">> {
  return inScope(scope, async (tx) => {
    const application = await lockApplication(tx, id);
    if (!application || application.deletedAt !== null) return refused("not_found");
    const sentBefore = application.version === expectedVersion + 1 && application.receiptNumber;
    if (!allows("submit", application.status))
      return sentBefore ? { id, receiptNumber: sentBefore } : refused("changed_meanwhile");
    if (application.version !== expectedVersion) return refused("changed_meanwhile");
    const checked = await checkAnswers(tx, application.draft);
    if (!checked.ok) return { errors: checked.errors };
    const { answers, context } = checked;
    const attachmentIds = (await listDraftAttachments(tx, id)).map((file) => file.id);
    if (shown !== undefined && shown !== fingerprintOf(answers, context, attachmentIds))
      return refused("changed_meanwhile");
    const at = now();
    const receiptNumber = application.receiptNumber ?? (await nextReceiptNumber(tx, todayInTokyo(at)));
    const company = await tx.company.findFirstOrThrow({
      where: { id: scope.partyId },
      select: { name: true, address: true },
    });
    const obligee = context.obligees.find((choice) => choice.id === answers.works.obligeeId);
    const branch = context.branches.find((choice) => choice.id === answers.others.branchId);
    if (!obligee || !branch || scope.actorId === null)
      throw new Error("checked answers name an unknown record");
    const revision = application.revision + 1;
    const guarantees = guaranteesOf(answers.products);
    await tx.application.updateMany({
      where: { id, version: expectedVersion, status: { in: [...TRANSITIONS.submit.from] } },
      data: {
        status: TRANSITIONS.submit.to,
        version: expectedVersion + 1,
        revision,
        receiptNumber,
        branchId: branch.id,
        workName: answers.works.workName,
        obligeeTitle: obligee.title,
        companyName: company.name,
        products: guarantees.map(({ product }) => product),
        guaranteedYen: guarantees.reduce((sum, { guaranteeYen }) => sum + guaranteeYen, 0n),
        submittedAt: at,
        examinerId: null,
        examinerName: null,
        approverId: null,
        approverName: null,
        decisionReason: null,
      },
    });
    const submissionId = await freezeSubmission(tx, {
      applicationId: id,
      revision,
      answers,
      summary: summarizeApplication(answers, context),
      ruleVersion: obligee.rule.version,
      applicant: company,
      submittedBy: scope.actorId,
      submittedAt: at,
    });
    await freezeAttachments(tx, { applicationId: id, submissionId, branchId: branch.id });
    await recordAudit(
      tx,
      scope,
      "application.submitted",
      { applicationId: id, branchId: branch.id },
      {
        receiptNumber,
        revision,
        branchName: branch.name,
      },
    );
    await postNotice(tx, {
      event: "application_received",
      topic: `application.received:${id}:${revision}`,
      companyId: scope.partyId,
      branchId: branch.id,
      applicationId: id,
      data: {
        workName: answers.works.workName,
        obligeeTitle: obligee.title,
        receiptNumber,
        branchName: branch.name,
      },
    });
    return { id, receiptNumber };
  });
}

/**
 * 「申込を取り下げる」: takes back a sent application before the branch begins to examine it, which ends the application. When
 * both act at the same moment, one guarded write wins and the other person learns of it. A second click finds it
 * withdrawn and gets the same answer.
 */
export async function withdrawApplication(
  scope: ContractorScope,
  { id, version }: { id: string; version: number },
): Promise<{ id: string } | Refused<"not_found" | "too_late">> {
  return inScope(scope, async (tx) => {
    const before = await findApplication(tx, id);
    if (!before || before.receiptNumber === null) return refused("not_found");
    const { count } = await tx.application.updateMany({
      where: { id, version, status: { in: [...TRANSITIONS.withdraw.from] } },
      data: { status: TRANSITIONS.withdraw.to, version: version + 1 },
    });
    if (count === 0) {
      const after = await findApplication(tx, id);
      if (after?.status === TRANSITIONS.withdraw.to) return { id };
      return refused("too_late", after ? presentLateness(after.status) : undefined);
    }
    const { receiptNumber, branchId } = before;
    await recordAudit(tx, scope, "application.withdrawn", { applicationId: id, branchId }, { receiptNumber });
    return { id };
  });
}

/**
 * Takes the day's next 受付番号. The counter's row stays locked until the submission commits, so that no number is skipped
 * or given twice.
 */
async function nextReceiptNumber(tx: Tx, today: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ value: bigint }[]>`
    INSERT INTO counters (name, value) VALUES (${`receipt:${today}`}, 1)
    ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value`;
  if (!row) throw new Error("the counter gave no number");
  return formatReceiptNumber(today, row.value);
}
