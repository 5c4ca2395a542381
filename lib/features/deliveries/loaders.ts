import "server-only";
import type { AdminScope, BranchScope } from "#lib/auth/scope.ts";
import { formatInstant } from "#lib/core/calendar.ts";
import { inScope } from "#lib/core/db.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { mailSend } from "#lib/jobs/definitions/mail-send.ts";
import { listFailedJobs } from "#lib/jobs/failures.ts";
import { explainMailFailure, guaranteeOf, presentStopped } from "./present.ts";
import { listSubjects, listUnsentMails } from "./queries.ts";
import type { DeliverySubject, StoppedJob, UnsentMail } from "./types.ts";

/** What stopped or is still in progress in the branch: jobs that gave up, and mails that no server has taken. */
export async function loadDeliveries(
  scope: BranchScope,
): Promise<{ stopped: StoppedJob[]; mails: UnsentMail[] }> {
  return inScope(scope, async (tx) => {
    const jobs = await listFailedJobs(tx);
    const mails = await listUnsentMails(tx);
    // A mail that was given up is in the list of mails.
    const stopped = jobs.filter(({ about }) => about?.record !== "mail");
    const records = [...stopped.map(({ about }) => about), ...mails.map(guaranteeOf)];
    const subjects = new Map<string | null, DeliverySubject>();
    for (const { id, product, application } of await listSubjects(tx, records))
      subjects.set(id, {
        applicationId: application.id,
        receiptNumber: application.receiptNumber ?? "",
        workName: application.workName,
        companyName: application.companyName,
        productName: product && PRODUCTS[product].name,
      });
    const gaveUp = new Set(jobs.map(({ jobKey }) => jobKey));
    return {
      stopped: stopped.map((job) => presentStopped(job, subjects.get(job.about?.id ?? null) ?? null)),
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

/** What stopped and is no branch's: mails about accounts, jobs that come by the clock. */
export async function loadStoppedJobs(scope: AdminScope): Promise<StoppedJob[]> {
  const jobs = await inScope(scope, listFailedJobs);
  return jobs.map((job) => presentStopped(job, null));
}
