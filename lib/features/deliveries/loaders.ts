import "server-only";
import type { BranchScope } from "#lib/auth/scope.ts";
import { formatInstant } from "#lib/core/calendar.ts";
import { inScope } from "#lib/core/db.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { mailSend } from "#lib/jobs/definitions/mail-send.ts";
import { listFailedJobs } from "#lib/jobs/failures.ts";
import { describeJob, explainJobFailure, explainMailFailure } from "./present.ts";
import { listSubjects, listUnsentMails } from "./queries.ts";
import type { DeliverySubject, StoppedJob, UnsentMail } from "./types.ts";

/** What stopped or is still on its way in the branch: jobs that gave up, mails that no server has taken. */
export async function loadDeliveries(
  scope: BranchScope,
): Promise<{ stopped: StoppedJob[]; mails: UnsentMail[] }> {
  return inScope(scope, async (tx) => {
    const jobs = await listFailedJobs(tx);
    const mails = await listUnsentMails(tx);
    const stopped = jobs.flatMap((job) => {
      const about = describeJob(job);
      return about ? [{ ...job, ...about }] : [];
    });
    const records = [...stopped.map(({ recordId }) => recordId), ...mails.map((mail) => mail.guaranteeId)];
    const subjects = new Map<string | null, DeliverySubject>();
    for (const { id, product, application } of await listSubjects(tx, records.filter(isFound)))
      subjects.set(id, {
        applicationId: application.id,
        receiptNumber: application.receiptNumber ?? "",
        workName: application.workName,
        companyName: application.companyName,
        productName: product && PRODUCTS[product].name,
      });
    const gaveUp = new Set(jobs.map(({ jobKey }) => jobKey));
    return {
      stopped: stopped.flatMap(({ jobKey, title, recordId, reason, failedAt }) => {
        const subject = subjects.get(recordId);
        const failure = explainJobFailure(reason);
        return subject ? [{ jobKey, title, subject, failure, failedAt: formatInstant(failedAt) }] : [];
      }),
      mails: mails.map((mail) => {
        const failed = gaveUp.has(mailSend.key({ mailId: mail.id, branchId: scope.partyId }));
        return {
          id: mail.id,
          recipient: mail.recipient,
          mailSubject: mail.subject,
          subject: subjects.get(mail.guaranteeId) ?? null,
          state: failed ? "failed" : mail.lastError !== null ? "retrying" : "waiting",
          attempts: mail.attempts,
          failure: mail.lastError === null ? null : explainMailFailure(mail.lastError),
          createdAt: formatInstant(mail.createdAt),
        };
      }),
    };
  });
}

const isFound = <T>(value: T | null): value is T => value !== null;
