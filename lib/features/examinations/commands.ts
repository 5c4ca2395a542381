import type { BranchScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { isRefused, type Refused, refused } from "#lib/core/result.ts";
import { findCase, findSubmission } from "#lib/features/applications/queries.ts";
import { allows, TRANSITIONS, type Transition } from "#lib/features/applications/status.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { findLatestEvent } from "#lib/features/audit/queries.ts";
import { getBranch } from "#lib/features/branches/queries.ts";
import { postNotice } from "#lib/features/notices/commands.ts";
import { fromStored } from "#lib/features/questions/present.ts";
import { guaranteesOf } from "#lib/features/questions/rules.ts";
import { guaranteeIssue } from "#lib/jobs/definitions/guarantee-issue.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { mayApprove, needsFourEyes } from "./policy.ts";
import { presentOvertaking } from "./present.ts";

type Step = { id: string; version: number };
type Moved = { id: string; version: number };
type Common = Refused<"not_found" | "changed_meanwhile">;

type Case = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/** Loads the case for one step of the procedure: it must be the branch's, as the person saw it, and in the right status. */
async function take(tx: Tx<BranchScope>, { id, version }: Step, step: Transition): Promise<Case | Common> {
  const found = await findCase(tx, id);
  if (!found) return refused("not_found");
  return found.version === version && allows(step, found.status) ? found : overtaken(tx, id);
}

/** Somebody else acted first: says who did what, and where the application stands now. */
async function overtaken(tx: Tx<BranchScope>, id: string): Promise<Refused<"changed_meanwhile">> {
  const [one, last] = [await findCase(tx, id), await findLatestEvent(tx, id)];
  return refused("changed_meanwhile", one ? presentOvertaking(one.status, last) : undefined);
}

/** The guarded write of a step: two people acting at once leave one row changed and one refusal. */
async function move(
  tx: Tx<BranchScope>,
  { id, version }: Step,
  step: Transition,
  data: Parameters<Tx["application"]["updateMany"]>[0]["data"] = {},
): Promise<boolean> {
  const { count } = await tx.application.updateMany({
    where: { id, version, status: { in: [...TRANSITIONS[step].from] } },
    data: { ...data, status: TRANSITIONS[step].to, version: version + 1 },
  });
  return count === 1;
}

const subject = (one: Case) => ({ applicationId: one.id, companyId: one.companyId });

/** 「審査を開始」: takes a sent application into examination, in the person's name. */
export async function beginExamination(scope: BranchScope, input: Step): Promise<Moved | Common> {
  return inScope(scope, async (tx) => {
    const one = await take(tx, input, "beginExamination");
    if (isRefused(one)) return one;
    const data = { examinerId: scope.actorId, examinerName: scope.actorName };
    if (!(await move(tx, input, "beginExamination", data))) return overtaken(tx, input.id);
    await recordAudit(tx, scope, "application.examination_started", subject(one), {});
    return { id: input.id, version: input.version + 1 };
  });
}

/** 「差戻す」: back to the contractor with a reason; the same 受付番号 comes again as the next revision. */
export async function returnApplication(
  scope: BranchScope,
  input: Step & { reason: string },
): Promise<Moved | Common> {
  return decide(scope, input, "return", "application.returned");
}

/** 「謝絶」: the branch will not guarantee; the end of this application. */
export async function refuseApplication(
  scope: BranchScope,
  input: Step & { reason: string },
): Promise<Moved | Common> {
  return decide(scope, input, "refuse", "application.refused");
}

async function decide(
  scope: BranchScope,
  input: Step & { reason: string },
  step: "return" | "refuse",
  event: "application.returned" | "application.refused",
): Promise<Moved | Common> {
  return inScope(scope, async (tx) => {
    const one = await take(tx, input, step);
    if (isRefused(one)) return one;
    if (!(await move(tx, input, step, { decisionReason: input.reason }))) return overtaken(tx, input.id);
    await recordAudit(tx, scope, event, subject(one), { reason: input.reason });
    const { id: applicationId, companyId, workName, obligeeTitle, receiptNumber } = one;
    const branch = await getBranch(tx, scope.partyId);
    await postNotice(tx, {
      event: step === "return" ? "application_returned" : "application_refused",
      topic: `${event}:${applicationId}:${one.revision}`,
      companyId,
      branchId: scope.partyId,
      applicationId,
      data: { workName, obligeeTitle, receiptNumber, branchName: branch.name },
    });
    return { id: input.id, version: input.version + 1 };
  });
}

/** 「承認」: up to the branch's limit by anyone, above it by an approver who did not examine (four eyes). */
export async function approveApplication(
  scope: BranchScope,
  input: Step,
): Promise<Moved | Common | Refused<"second_person_needed">> {
  return inScope(scope, async (tx) => {
    const one = await take(tx, input, "approve");
    if (isRefused(one)) return one;
    const { approvalLimitYen } = await getBranch(tx, scope.partyId);
    const approval = { guaranteedYen: one.guaranteedYen, approvalLimitYen, examinerId: one.examinerId };
    if (!mayApprove(scope, approval)) return refused("second_person_needed");
    const data = { approverId: scope.actorId, approverName: scope.actorName };
    if (!(await move(tx, input, "approve", data))) return overtaken(tx, input.id);
    await recordAudit(tx, scope, "application.approved", subject(one), {
      guaranteedYen: String(one.guaranteedYen),
      fourEyes: needsFourEyes(approval),
    });
    return { id: input.id, version: input.version + 1 };
  });
}

/**
 * 「発行」: makes the guarantees, one per product, and their jobs in one transaction; unique by (application, product).
 * A second click finds the issue ordered and gets the same answer.
 * @param input.premiumReceived needed when a product is not paid by 一括納付 (docs/domain.md 1.4).
 */
export async function issueGuarantees(
  scope: BranchScope,
  input: Step & { premiumReceived: boolean },
): Promise<Moved | Common | Refused<"premium_not_confirmed">> {
  return inScope(scope, async (tx) => {
    const one = await findCase(tx, input.id);
    if (!one) return refused("not_found");
    const orderedBefore =
      one.version === input.version + 1 && (one.status === "issuing" || one.status === "issued");
    if (orderedBefore) return { id: one.id, version: one.version };
    if (one.version !== input.version || !allows("orderIssue", one.status)) return overtaken(tx, input.id);
    const submission = await findSubmission(tx, one.id);
    if (!submission) throw new Error("an approved application was never sent");
    const { works, products } = fromStored(submission.answers);
    const ordered = guaranteesOf(products);
    if (ordered.some(({ payment }) => payment !== "monthly") && !input.premiumReceived)
      return refused("premium_not_confirmed");
    if (!(await move(tx, input, "orderIssue"))) {
      // The other click of a double click committed first: the issue is ordered, and once.
      const after = await findCase(tx, input.id);
      return after?.status === "issuing" || after?.status === "issued"
        ? { id: after.id, version: after.version }
        : overtaken(tx, input.id);
    }
    const rows = ordered.map(({ product, form, guaranteeYen }) => ({
      id: newId(),
      applicationId: one.id,
      companyId: one.companyId,
      branchId: scope.partyId,
      obligeeId: works.obligeeId,
      product,
      form,
      status: "issuing" as const,
      workName: works.workName,
      obligeeTitle: one.obligeeTitle,
      companyName: one.companyName,
      contractYen: works.contractYen,
      guaranteeYen,
      orderedAt: now(),
    }));
    await tx.guarantee.createMany({ data: rows });
    await recordAudit(tx, scope, "application.issue_ordered", subject(one), {
      products: rows.map(({ product }) => product),
      premiumReceived: input.premiumReceived,
    });
    for (const { id } of rows)
      await enqueue(tx, guaranteeIssue, { guaranteeId: id, branchId: scope.partyId });
    return { id: one.id, version: input.version + 1 };
  });
}
