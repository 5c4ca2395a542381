import "server-only";
import type { AdminScope, BranchScope } from "#lib/auth/scope.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { type Refused, refused } from "#lib/core/result.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import type { JobSubject } from "#lib/jobs/definitions/definition.ts";
import { mailSend } from "#lib/jobs/definitions/mail-send.ts";
import { findFailedJob, retryFailedJob } from "#lib/jobs/failures.ts";
import { guaranteeOf } from "./present.ts";
import { findFailedMail, listSubjects } from "./queries.ts";

type Retried = { retried: true };

/** The audit subject of a record, without the company: these events do not concern the contractor. */
async function subjectOf(tx: Tx<BranchScope | AdminScope>, record: JobSubject) {
  const [found] = await listSubjects(tx, [record]);
  if (!found) return {};
  const { id, product, application } = found;
  return { applicationId: application.id, ...(product ? { guaranteeId: id } : {}) };
}

/** 「もう一度実行する」: a job that gave up continues with its first unfinished step. Pressed twice, it starts once. */
export async function retryJob(
  scope: BranchScope | AdminScope,
  { jobKey }: { jobKey: string },
): Promise<Retried | Refused<"retried_before">> {
  return inScope<BranchScope | AdminScope, Retried | Refused<"retried_before">>(scope, async (tx) => {
    const failed = await findFailedJob(tx, jobKey);
    // Mails go through retryMail(), which also marks their row as waiting.
    if (!failed || failed.about?.record === "mail") return refused("retried_before");
    if (!(await retryFailedJob(tx, jobKey))) return refused("retried_before");
    await recordAudit(tx, scope, "job.retried", await subjectOf(tx, failed.about), { jobKey });
    return { retried: true };
  });
}

/**
 * 「もう一度送信する」: a mail that the server finally refused is handed over again, under the same Message-ID. A mail that is
 * still being retried is left alone, so that it never goes out twice.
 */
export async function retryMail(
  scope: BranchScope,
  { mailId }: { mailId: string },
): Promise<Retried | Refused<"retried_before">> {
  return inScope(scope, async (tx) => {
    const mail = await findFailedMail(tx, mailId);
    const jobKey = mailSend.key({ mailId, branchId: scope.partyId });
    if (!mail || !(await retryFailedJob(tx, jobKey))) return refused("retried_before");
    await tx.outboxMail.updateMany({
      where: { id: mailId, status: { not: "sent" } },
      data: { status: "queued" },
    });
    await recordAudit(tx, scope, "mail.retried", await subjectOf(tx, guaranteeOf(mail)), { mailId });
    return { retried: true };
  });
}
