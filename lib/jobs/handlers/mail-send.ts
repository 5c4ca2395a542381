import { systemScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { markMailFailed, markMailSent, takeMail } from "#lib/mail/outbox.ts";
import { mailTransport } from "#lib/mail/transport.ts";
import type { MailSendPayload } from "../definitions/mail-send.ts";
import type { StepRunner } from "../steps.ts";
import { PermanentFailure } from "./failure.ts";

/**
 * Hands one mail to the server and marks it sent. A crash between the server's 250 and the mark repeats the handing
 * over once, with the same Message-ID; nothing else can.
 */
export async function sendMailJob({ mailId }: MailSendPayload, run: StepRunner): Promise<void> {
  const mail = await inScope(systemScope, (tx) => takeMail(tx, mailId));
  if (!mail) return; // sent by an earlier attempt that died after its mark
  try {
    await mailTransport().sendMail({
      from: env().mailFrom,
      to: { name: "", address: mail.recipient },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      date: now(),
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } catch (error) {
    const { responseCode, message } = error as { responseCode?: number; message?: string };
    await inScope(systemScope, (tx) => markMailFailed(tx, mailId, message ?? String(error)));
    // 5xx is the server's final word; trying again would only annoy it.
    if (responseCode !== undefined && responseCode >= 500) throw new PermanentFailure(message);
    throw error;
  }
  await run.step(systemScope, "sent", (tx) => markMailSent(tx, mailId));
}
