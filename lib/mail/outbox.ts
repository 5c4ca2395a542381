import { now } from "#lib/core/clock.ts";
import { sha256 } from "#lib/core/crypto.ts";
import type { Tx } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { newId } from "#lib/core/ids.ts";
import { mailSend } from "#lib/jobs/definitions/mail-send.ts";
import { enqueue } from "#lib/jobs/queue.ts";

/** A composed mail, as a template returns it. */
export type Mail = { subject: string; text: string; html: string };

/** One mail to one recipient about one topic (event and record). */
export type Delivery = {
  topic: string;
  recipient: string;
  branchId: string;
  guaranteeId?: string;
  /** Where an answer goes, if not to the sender. */
  replyTo?: string | null;
  /** The id of the guarantee's stored PDF to attach. */
  attachmentId?: string;
};

/** The Message-ID of a mail to one recipient about one topic, the same whenever it is sent. */
export function messageIdOf(topic: string, recipient: string): string {
  const host =
    env()
      .mailFrom.replace(/^.*@/, "")
      .replace(/[^A-Za-z0-9.-].*$/, "") || "localhost";
  const digest = sha256(`${topic}\n${recipient}`).toString("hex").slice(0, 40);
  return `<${digest}@${host}>`;
}

/**
 * Writes a mail and the job that sends it, in the business transaction. Topic and recipient are unique, so it is
 * written once however often the caller runs. The Message-ID follows from both, so mail programs recognise a mail that
 * was handed over twice after a crash. Returns the mail's id, or null when it was written before.
 */
export async function postMail(tx: Tx, delivery: Delivery, mail: Mail): Promise<string | null> {
  const id = newId();
  const written = await tx.outboxMail.createMany({
    data: [
      {
        id,
        ...delivery,
        ...mail,
        messageId: messageIdOf(delivery.topic, delivery.recipient),
        status: "queued",
        attempts: 0,
        createdAt: now(),
      },
    ],
    skipDuplicates: true,
  });
  if (written.count === 0) return null;
  await enqueue(tx, mailSend, { mailId: id, branchId: delivery.branchId });
  return id;
}

/** Takes a mail to be handed to the server and counts the attempt; null when it was sent already. */
export async function takeMail(tx: Tx, id: string) {
  const [mail] = await tx.outboxMail.updateManyAndReturn({
    where: { id, status: { not: "sent" } },
    data: { attempts: { increment: 1 } },
    select: {
      recipient: true,
      replyTo: true,
      attachmentId: true,
      subject: true,
      text: true,
      html: true,
      messageId: true,
    },
  });
  return mail ?? null;
}

/** Marks a mail that the server took. */
export async function markMailSent(tx: Tx, id: string): Promise<void> {
  await tx.outboxMail.updateMany({ where: { id }, data: { status: "sent", sentAt: now(), lastError: null } });
}

/**
 * Marks a mail that the server refused or did not answer; `reason` is what the branch reads. It counts as failed once
 * nothing will try again by itself.
 */
export async function markMailFailed(
  tx: Tx,
  id: string,
  reason: string,
  { final }: { final: boolean },
): Promise<void> {
  await tx.outboxMail.updateMany({
    where: { id, status: { not: "sent" } },
    data: { status: final ? "failed" : "queued", lastError: reason.slice(0, 500) },
  });
}
