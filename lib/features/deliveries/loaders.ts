import "server-only";
import type { BranchScope } from "#lib/auth/scope.ts";
import { formatInstant } from "#lib/core/calendar.ts";
import { inScope } from "#lib/core/db.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { guaranteeIssue } from "#lib/jobs/definitions/guarantee-issue.ts";
import { keyNotice } from "#lib/jobs/definitions/key-notice.ts";
import { mailSend } from "#lib/jobs/definitions/mail-send.ts";
import { listFailedJobs } from "#lib/jobs/failures.ts";
import { explainJobFailure, explainMailFailure } from "./present.ts";
import { listSubjects, listUnsentMails } from "./queries.ts";
import type { DeliverySubject, StoppedIssue, UnsentMail } from "./types.ts";

/** What stopped or is still on its way in the branch: issues whose job gave up, mails that no server has taken. */
export async function loadDeliveries(
  scope: BranchScope,
): Promise<{ issues: StoppedIssue[]; mails: UnsentMail[] }> {
  return inScope(scope, async (tx) => {
    const jobs = await listFailedJobs(tx);
    const mails = await listUnsentMails(tx);
    const stopped = jobs.flatMap(({ queue, payload, reason, failedAt }) => {
      const job = [guaranteeIssue, keyNotice].find(({ name }) => name === queue);
      if (!job) return [];
      const { guaranteeId } = job.schema.parse(payload);
      return [{ guaranteeId, failure: explainJobFailure(reason), failedAt: formatInstant(failedAt) }];
    });
    const about = [...stopped, ...mails].flatMap(({ guaranteeId }) => guaranteeId ?? []);
    const subjects = new Map<string, DeliverySubject>();
    for (const { id, product, application, ...subject } of await listSubjects(tx, about))
      subjects.set(id, {
        applicationId: subject.applicationId,
        receiptNumber: application.receiptNumber ?? "",
        workName: subject.workName,
        companyName: subject.companyName,
        productName: PRODUCTS[product].name,
      });
    const gaveUp = new Set(jobs.map(({ jobKey }) => jobKey));
    return {
      issues: stopped.flatMap((one) => {
        const subject = subjects.get(one.guaranteeId);
        return subject ? [{ ...one, subject }] : [];
      }),
      mails: mails.map((mail) => {
        const failed = gaveUp.has(mailSend.key({ mailId: mail.id, branchId: scope.partyId }));
        return {
          id: mail.id,
          recipient: mail.recipient,
          mailSubject: mail.subject,
          subject: (mail.guaranteeId && subjects.get(mail.guaranteeId)) || null,
          state: failed ? "failed" : mail.status === "failed" ? "retrying" : "waiting",
          attempts: mail.attempts,
          failure: mail.lastError === null ? null : explainMailFailure(mail.lastError),
          createdAt: formatInstant(mail.createdAt),
        };
      }),
    };
  });
}
