import type { BranchScope } from "#lib/auth/scope.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { type Refused, refused } from "#lib/core/result.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { findKeyVersion } from "#lib/features/certificates/queries.ts";
import { guaranteeIssue } from "#lib/jobs/definitions/guarantee-issue.ts";
import { keyNotice } from "#lib/jobs/definitions/key-notice.ts";
import { mailSend } from "#lib/jobs/definitions/mail-send.ts";
import { retryFailedJob } from "#lib/jobs/failures.ts";
import { findFailedMail, listSubjects } from "./queries.ts";

type Retried = { retried: true };

/** The audit's subject of a guarantee; nothing of it concerns the contractor, so no company stands in the line. */
async function subjectOf(tx: Tx<BranchScope>, guaranteeId: string | null) {
  const [found] = guaranteeId === null ? [] : await listSubjects(tx, [guaranteeId]);
  return found ? { applicationId: found.applicationId, guaranteeId: found.id } : {};
}

/** 「もう一度実行する」: an issue whose job gave up goes on with its first unfinished step. Pressed twice, it starts once. */
export async function retryIssue(
  scope: BranchScope,
  { guaranteeId }: { guaranteeId: string },
): Promise<Retried | Refused<"retried_before">> {
  return inScope(scope, async (tx) => {
    const about = { guaranteeId, branchId: scope.partyId };
    const issue = guaranteeIssue.key(about);
    // After the issue, the notice of a key that was issued anew.
    const notice = keyNotice.key({ ...about, version: String(await findKeyVersion(tx, guaranteeId)) });
    const retried = await retryFailedJob(tx, issue);
    if (!retried && !(await retryFailedJob(tx, notice))) return refused("retried_before");
    const jobKey = retried ? issue : notice;
    await recordAudit(tx, scope, "job.retried", await subjectOf(tx, guaranteeId), { jobKey });
    return { retried: true };
  });
}

/**
 * 「もう一度送信する」: a mail that the server refused for good is handed over again, under the same Message-ID. One that
 * is still tried by itself is left alone, so that it never goes out twice.
 */
export async function retryMail(
  scope: BranchScope,
  { mailId }: { mailId: string },
): Promise<Retried | Refused<"retried_before">> {
  return inScope(scope, async (tx) => {
    const mail = await findFailedMail(tx, mailId);
    const jobKey = mailSend.key({ mailId, branchId: scope.partyId });
    if (!mail || !(await retryFailedJob(tx, jobKey))) return refused("retried_before");
    await tx.outboxMail.updateMany({ where: { id: mailId, status: "failed" }, data: { status: "queued" } });
    await recordAudit(tx, scope, "mail.retried", await subjectOf(tx, mail.guaranteeId), { mailId });
    return { retried: true };
  });
}
