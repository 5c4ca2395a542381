import { jobScope, systemScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { findKeyNoticeToSend } from "#lib/features/certificates/queries.ts";
import { openPdf } from "#lib/features/certificates/rules.ts";
import { markMailFailed, markMailSent, takeMail } from "#lib/mail/outbox.ts";
import { mailTransport } from "#lib/mail/transport.ts";
import type { PayloadOf } from "../definitions/registry.ts";
import type { StepRunner } from "../steps.ts";
import { PermanentFailure } from "./failure.ts";

/**
 * Hands one mail to the server and marks it sent. A crash between the server's 250 and the mark repeats it once, under
 * the same Message-ID; nothing else can.
 */
export async function sendMailJob(
  { mailId, branchId }: PayloadOf<"mail.send">,
  run: StepRunner,
  { last }: { last: boolean },
): Promise<void> {
  const mail = await inScope(systemScope, (tx) => takeMail(tx, mailId));
  if (!mail) return; // sent by an earlier attempt that died after its mark
  const attachments = await attachmentsOf(mailId, branchId, mail.attachmentId);
  try {
    await mailTransport().sendMail({
      from: env().mailFrom,
      to: { name: "", address: mail.recipient },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      ...(mail.replyTo ? { replyTo: { name: "", address: mail.replyTo } } : {}),
      attachments,
      messageId: mail.messageId,
      date: now(),
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } catch (error) {
    const { responseCode, message } = error as { responseCode?: number; message?: string };
    // 5xx is the server's final answer; retrying would only annoy it.
    const refused = responseCode !== undefined && responseCode >= 500;
    await inScope(systemScope, (tx) =>
      markMailFailed(tx, mailId, message ?? String(error), { final: refused || last }),
    );
    if (refused) throw new PermanentFailure(message);
    throw error;
  }
  await run.step(systemScope, "sent", (tx) => markMailSent(tx, mailId));
}

/** The stored PDF to attach, read in the branch's name and checked against its SHA-256. */
async function attachmentsOf(mailId: string, branchId: string, attachmentId: string | null) {
  if (attachmentId === null) return [];
  const stored = await inScope(jobScope(branchId), (tx) => findKeyNoticeToSend(tx, attachmentId));
  if (!stored) {
    // The key was reissued while the mail was waiting, so the notice in it would open nothing.
    const reason = "認証キーが再発行されたため、以前のお知らせの送信を取りやめました。";
    await inScope(systemScope, (tx) => markMailFailed(tx, mailId, reason, { final: true }));
    throw new PermanentFailure(reason);
  }
  const { bytes, fileName } = openPdf(stored, "key_notice");
  return [{ filename: fileName, content: Buffer.from(bytes), contentType: "application/pdf" }];
}
