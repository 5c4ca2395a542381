import "server-only";
import type { BranchScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { yenText } from "#lib/core/codecs.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { isRefused, type Refused, refused } from "#lib/core/result.ts";
import { lockApplication } from "#lib/features/applications/queries.ts";
import { allows, TRANSITIONS, type Transition } from "#lib/features/applications/status.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { findLatestEvent } from "#lib/features/audit/queries.ts";
import { getBranch } from "#lib/features/branches/queries.ts";
import { listGuaranteesOf } from "#lib/features/guarantees/queries.ts";
import { postNotice } from "#lib/features/notices/commands.ts";
import { guaranteesOf } from "#lib/features/questions/rules.ts";
import { findSubmission } from "#lib/features/submissions/queries.ts";
import { guaranteeIssue } from "#lib/jobs/definitions/guarantee-issue.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { mayApprove, needsFourEyes } from "./policy.ts";
import { presentLatestEvent } from "./present.ts";
import { findCase } from "./queries.ts";

/** An application as the person saw it, or as it stands after the command. */
type CaseVersion = { id: string; version: number };
type CommonRefusal = Refused<"not_found" | "changed_meanwhile">;

type Case = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/**
 * Loads the application for a transition: it must be the branch's, unchanged since the person saw it, and in the right
 * status.
 */
async function loadForTransition(
  tx: Tx<BranchScope>,
  { id, version }: CaseVersion,
  transition: Transition,
): Promise<Case | CommonRefusal> {
  const found = await findCase(tx, id);
  if (!found) return refused("not_found");
  return found.version === version && allows(transition, found.status) ? found : changedMeanwhile(tx, id);
}

/** The refusal when somebody else acted first: who did what, and the present status. */
async function changedMeanwhile(tx: Tx<BranchScope>, id: string): Promise<Refused<"changed_meanwhile">> {
  const [application, last] = [await findCase(tx, id), await findLatestEvent(tx, id)];
  return refused("changed_meanwhile", application ? presentLatestEvent(application.status, last) : undefined);
}

/** The guarded write of a transition: when two people act at once, one row is changed and one of them is refused. */
async function applyTransition(
  tx: Tx<BranchScope>,
  { id, version }: CaseVersion,
  transition: Transition,
  data: Parameters<Tx["application"]["updateMany"]>[0]["data"] = {},
): Promise<boolean> {
  const { count } = await tx.application.updateMany({
    where: { id, version, status: { in: [...TRANSITIONS[transition].from] } },
    data: { ...data, status: TRANSITIONS[transition].to, version: version + 1 },
  });
  return count === 1;
}

const subject = (application: Case) => ({ applicationId: application.id, companyId: application.companyId });

/** 「審査を開始」: begins the examination of a sent application, in the person's name. */
export async function beginExamination(
  scope: BranchScope,
  input: CaseVersion,
): Promise<CaseVersion | CommonRefusal> {
  return inScope(scope, async (tx) => {
    const application = await loadForTransition(tx, input, "beginExamination");
    if (isRefused(application)) return application;
    const data = { examinerId: scope.actorId, examinerName: scope.actorName };
    if (!(await applyTransition(tx, input, "beginExamination", data))) return changedMeanwhile(tx, input.id);
    await recordAudit(tx, scope, "application.examination_started", subject(application), {});
    return { id: input.id, version: input.version + 1 };
  });
}

/** 「差戻す」: returns it to the contractor with a reason; the same 受付番号 comes back as the next revision. */
export async function returnApplication(
  scope: BranchScope,
  input: CaseVersion & { reason: string },
): Promise<CaseVersion | CommonRefusal> {
  return decide(scope, input, "return", "application.returned");
}

/** 「謝絶」: declines to guarantee, which ends the application. */
export async function declineApplication(
  scope: BranchScope,
  input: CaseVersion & { reason: string },
): Promise<CaseVersion | CommonRefusal> {
  return decide(scope, input, "decline", "application.refused");
}

async function decide(
  scope: BranchScope,
  input: CaseVersion & { reason: string },
  transition: "return" | "decline",
  event: "application.returned" | "application.refused",
): Promise<CaseVersion | CommonRefusal> {
  return inScope(scope, async (tx) => {
    const application = await loadForTransition(tx, input, transition);
    if (isRefused(application)) return application;
    if (!(await applyTransition(tx, input, transition, { decisionReason: input.reason })))
      return changedMeanwhile(tx, input.id);
    await recordAudit(tx, scope, event, subject(application), { reason: input.reason });
    const { id: applicationId, companyId, workName, obligeeTitle, receiptNumber } = application;
    const branch = await getBranch(tx, scope.partyId);
    await postNotice(tx, {
      event: transition === "return" ? "application_returned" : "application_refused",
      topic: `${event}:${applicationId}:${application.revision}`,
      companyId,
      branchId: scope.partyId,
      applicationId,
      data: { workName, obligeeTitle, receiptNumber, branchName: branch.name },
    });
    return { id: input.id, version: input.version + 1 };
  });
}

/** 「承認」: by anyone up to the branch's limit, above it by an approver who did not examine it (four eyes). */
export async function approveApplication(
  scope: BranchScope,
  input: CaseVersion,
): Promise<CaseVersion | CommonRefusal | Refused<"second_person_needed">> {
  return inScope(scope, async (tx) => {
    const application = await loadForTransition(tx, input, "approve");
    if (isRefused(application)) return application;
    const { approvalLimitYen } = await getBranch(tx, scope.partyId);
    const approval = {
      guaranteedYen: application.guaranteedYen,
      approvalLimitYen,
      examinerId: application.examinerId,
    };
    if (!mayApprove(scope, approval)) return refused("second_person_needed");
    const data = { approverId: scope.actorId, approverName: scope.actorName };
    if (!(await applyTransition(tx, input, "approve", data))) return changedMeanwhile(tx, input.id);
    await recordAudit(tx, scope, "application.approved", subject(application), {
      guaranteedYen: yenText.encode(application.guaranteedYen),
      fourEyes: needsFourEyes(approval),
    });
    return { id: input.id, version: input.version + 1 };
  });
}

/**
 * 「発行」: creates the guarantees, one per product, and their jobs in one transaction; unique by (application, product). A
 * second click finds the issue ordered and gets the same answer.
 * @param input.premiumReceived required when a product is not paid by 一括納付 (docs/domain.md 1.4).
 */
export async function issueGuarantees(
  scope: BranchScope,
  input: CaseVersion & { premiumReceived: boolean },
): Promise<CaseVersion | CommonRefusal | Refused<"premium_not_confirmed">> {
  return inScope(scope, async (tx) => {
    const application = await findCase(tx, input.id);
    if (!application) return refused("not_found");
    const orderedBefore =
      application.version === input.version + 1 &&
      (application.status === "issuing" || application.status === "issued");
    if (orderedBefore) return { id: application.id, version: application.version };
    if (application.version !== input.version || !allows("orderIssue", application.status))
      return changedMeanwhile(tx, input.id);
    const submission = await findSubmission(tx, application.id);
    if (!submission) throw new Error("an approved application was never sent");
    const { works, products } = submission.answers;
    const ordered = guaranteesOf(products);
    if (ordered.some(({ payment }) => payment !== "monthly") && !input.premiumReceived)
      return refused("premium_not_confirmed");
    if (!(await applyTransition(tx, input, "orderIssue"))) {
      // The other click of a double click committed first, and the issue is ordered once.
      const after = await findCase(tx, input.id);
      return after?.status === "issuing" || after?.status === "issued"
        ? { id: after.id, version: after.version }
        : changedMeanwhile(tx, input.id);
    }
    const rows = ordered.map(({ product, form, guaranteeYen }) => ({
      id: newId(),
      applicationId: application.id,
      companyId: application.companyId,
      branchId: scope.partyId,
      obligeeId: works.obligeeId,
      product,
      form,
      status: "issuing" as const,
      workName: works.workName,
      obligeeTitle: application.obligeeTitle,
      companyName: application.companyName,
      contractYen: works.contractYen,
      guaranteeYen,
      orderedAt: now(),
    }));
    await tx.guarantee.createMany({ data: rows });
    await recordAudit(tx, scope, "application.issue_ordered", subject(application), {
      products: rows.map(({ product }) => product),
      premiumReceived: input.premiumReceived,
    });
    for (const { id } of rows)
      await enqueue(tx, guaranteeIssue, { guaranteeId: id, branchId: scope.partyId });
    return { id: application.id, version: input.version + 1 };
  });
}

/**
 * The end of each issuing job: the application is 発行済 with its last guarantee. Two jobs of one application may end at
 * the same time: under the lock the later one sees what the earlier one published.
 */
export async function finishIssue(tx: Tx<BranchScope>, applicationId: string): Promise<void> {
  await lockApplication(tx, applicationId);
  const guarantees = await listGuaranteesOf(tx, applicationId);
  if (guarantees.some(({ status }) => status === "issuing")) return;
  await tx.application.updateMany({
    where: { id: applicationId, status: { in: [...TRANSITIONS.finishIssue.from] } },
    data: { status: TRANSITIONS.finishIssue.to },
  });
}
