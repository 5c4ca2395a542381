import { jobScope, systemScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { getSender } from "#lib/features/branches/queries.ts";
import { presentNoticeMail } from "#lib/features/notices/present.ts";
import { findNotice, listMailReaders } from "#lib/features/notices/queries.ts";
import { findSubmission } from "#lib/features/submissions/queries.ts";
import { postMail } from "#lib/mail/outbox.ts";
import { notice as noticeMail } from "#lib/mail/templates/notice.ts";
import type { PayloadOf } from "../definitions/registry.ts";
import type { StepRunner } from "../steps.ts";

/**
 * Writes the mails about a notice, one for each person who wants its kind; topic and recipient make each of them
 * unique.
 */
export async function sendNoticeJob(
  { noticeId, branchId }: PayloadOf<"notice.send">,
  run: StepRunner,
): Promise<void> {
  const found = await inScope(jobScope(branchId), async (tx) => {
    const notice = await findNotice(tx, noticeId);
    if (!notice) return null;
    const submission =
      notice.event === "guarantee_issued" ? await findSubmission(tx, notice.applicationId) : null;
    const others = submission?.answers.others;
    // Whoever gets 「電子保証（認証キー）発行完了のお知らせ」 at the same address needs no second mail about it.
    return { notice, mailedTo: others?.notice === "yes" ? others.noticeEmail : null };
  });
  if (!found) return; // the application moved to another branch, which sends its own notices
  const { notice, mailedTo } = found;
  await run.step(systemScope, "mails", async (tx) => {
    const sender = await getSender(tx, branchId);
    for (const { email, name, companyName } of await listMailReaders(tx, notice.companyId, notice.event)) {
      if (email === mailedTo) continue;
      const addressee = `${companyName}　${name} 様`;
      const mail = noticeMail(presentNoticeMail(notice, { ...sender, addressee, appUrl: env().appUrl }));
      await postMail(tx, { topic: `notice:${notice.topic}`, recipient: email, branchId }, mail);
    }
  });
}
