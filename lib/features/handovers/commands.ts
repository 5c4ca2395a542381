import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { type Refused, refused } from "#lib/core/result.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { findStoredPdf } from "#lib/features/certificates/queries.ts";
import { findKeyVersion } from "#lib/features/keys/queries.ts";
import { composePlainMail } from "#lib/mail/frame.ts";
import { postMail } from "#lib/mail/outbox.ts";
import { presentFacts } from "./present.ts";
import { findHandable, findRoute, findSender, listHandovers } from "./queries.ts";
import { composeHandover } from "./rules.ts";

type Asked = { id: string; sequence: number };
type Reason = "not_found" | "not_by_mail" | "notice_not_ready" | "changed_meanwhile";

/**
 * 「小田原市へ提出する」: mails the key notice to the obligee's desk from the portal, in the words of the route in effect. Mail,
 * record and audit event are one transaction. Only the PDF contains the key. A second click carries the same sequence
 * and gets the same answer; while a mail is in progress, no other one is written.
 */
export async function handOverKey(
  scope: ContractorScope,
  { id, sequence }: Asked,
): Promise<{ id: string } | Refused<Reason>> {
  return inScope(scope, async (tx) => {
    const guarantee = await findHandable(tx, id);
    if (!guarantee) return refused("not_found");
    const before = await listHandovers(tx, id);
    if (sequence >= 1 && sequence <= before.length) return { id };
    if (sequence !== before.length + 1 || before[0]?.mail.status === "queued")
      return refused("changed_meanwhile");
    const route = await findRoute(tx, guarantee);
    if (route?.channel !== "email" || route.address === null) return refused("not_by_mail");
    const keyVersion = await findKeyVersion(tx, id);
    const notice = await findStoredPdf(tx, id, "key_notice");
    if (keyVersion === null || notice?.version !== keyVersion) return refused("notice_not_ready");
    const facts = presentFacts(guarantee, await findSender(tx, scope));
    const { subject, body } = composeHandover(route, facts);
    const mailId = await postMail(
      tx,
      {
        topic: `guarantee.handed_over:${id}:${sequence}`,
        recipient: route.address,
        branchId: guarantee.branchId,
        guaranteeId: id,
        replyTo: facts.email,
        attachmentId: notice.id,
      },
      composePlainMail(subject, body),
    );
    if (mailId === null) return { id }; // the other click of a double click committed first
    await tx.handover.createMany({
      data: [
        {
          id: newId(),
          guaranteeId: id,
          sequence,
          routeId: route.id,
          mailId,
          keyVersion,
          requestedBy: scope.actorId,
          requestedByName: scope.actorName,
          requestedAt: now(),
        },
      ],
    });
    const { contractNumber, applicationId, branchId } = guarantee;
    await recordAudit(
      tx,
      scope,
      "guarantee.handed_over",
      { guaranteeId: id, applicationId, branchId },
      { contractNumber, keyVersion, routeVersion: route.version },
    );
    return { id };
  });
}
