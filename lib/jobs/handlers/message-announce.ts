import { jobScope, systemScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { CONVERSATION_ANCHOR, paths } from "#lib/core/paths.ts";
import { getSender } from "#lib/features/branches/queries.ts";
import { findMessage } from "#lib/features/messages/queries.ts";
import { listBranchReaders } from "#lib/features/notices/queries.ts";
import { postMail } from "#lib/mail/outbox.ts";
import { messageArrived } from "#lib/mail/templates/message-arrived.ts";
import type { PayloadOf } from "../definitions/registry.ts";
import type { StepRunner } from "../steps.ts";

/**
 * Writes the mails to the branch about a contractor's message: to the application's examiner, or to everybody when
 * there is none.
 */
export async function announceMessageJob(
  { messageId, branchId }: PayloadOf<"message.announce">,
  run: StepRunner,
): Promise<void> {
  const message = await inScope(jobScope(branchId), (tx) => findMessage(tx, messageId));
  if (!message) return; // the application went to another branch meanwhile
  const { application } = message;
  await run.step(systemScope, "mails", async (tx) => {
    const { guarantorName, branch } = await getSender(tx, branchId);
    for (const { email, name } of await listBranchReaders(tx, branchId, application.examinerId)) {
      const mail = messageArrived({
        addressee: `${branch.name}　${name} 様`,
        from: message.officeName,
        receiptNumber: application.receiptNumber ?? "",
        workName: application.workName,
        obligeeTitle: application.obligeeTitle,
        url: `${env().appUrl}${paths.branchCase(application.id)}#${CONVERSATION_ANCHOR}`,
        guarantorName,
      });
      await postMail(tx, { topic: `message.arrived:${messageId}`, recipient: email, branchId }, mail);
    }
  });
}
