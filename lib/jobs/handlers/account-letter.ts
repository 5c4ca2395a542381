import { linkToken } from "#lib/auth/links.ts";
import { systemScope } from "#lib/auth/scope.ts";
import { formatInstant } from "#lib/core/calendar.ts";
import { now } from "#lib/core/clock.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { paths } from "#lib/core/paths.ts";
import { findPersonToMail, findResetToMail } from "#lib/features/accounts/queries.ts";
import { getGuarantor } from "#lib/features/branches/queries.ts";
import { markInvitationFailed } from "#lib/features/people/commands.ts";
import { ROLE_LABELS } from "#lib/features/people/constants.ts";
import { findInvitationToMail } from "#lib/features/people/queries.ts";
import { type Mail, messageIdOf } from "#lib/mail/outbox.ts";
import { invitation, invitationElsewhere } from "#lib/mail/templates/invitation.ts";
import { passwordChanged, passwordReset } from "#lib/mail/templates/password.ts";
import { mailTransport } from "#lib/mail/transport.ts";
import { accountLetter } from "../definitions/account-letter.ts";
import type { PayloadOf } from "../definitions/registry.ts";
import { PermanentFailure } from "./failure.ts";

type Letter = { recipient: string; mail: Mail };

/**
 * Sends one mail about an account. It is composed now, from the present state, so that a link that was withdrawn, used
 * or replaced meanwhile is not sent. An attempt after a crash repeats the mail under the same Message-ID.
 */
export async function sendAccountLetter(payload: PayloadOf<"account.letter">): Promise<void> {
  const letter = await inScope(systemScope, (tx) => compose(tx, payload));
  if (!letter) return;
  const { recipient, mail } = letter;
  try {
    await mailTransport().sendMail({
      from: env().mailFrom,
      to: { name: "", address: recipient },
      ...mail,
      messageId: messageIdOf(accountLetter.key(payload), recipient),
      date: now(),
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } catch (error) {
    const { responseCode, message } = error as { responseCode?: number; message?: string };
    if (responseCode === undefined || responseCode < 500) throw error;
    if (payload.letter === "invitation")
      await inScope(systemScope, (tx) => markInvitationFailed(tx, payload.id, payload.version));
    throw new PermanentFailure(message);
  }
}

async function compose(
  tx: Tx<typeof systemScope>,
  payload: PayloadOf<"account.letter">,
): Promise<Letter | null> {
  const guarantorName = (await getGuarantor(tx)).name;
  const linkOf = (path: string) => `${env().appUrl}${path}`;
  const { letter, id, version } = payload;
  switch (letter) {
    case "invitation": {
      const found = await findInvitationToMail(tx, id);
      if (!found || found.version !== version) return null;
      const words = { companyName: found.company.name, inviterName: found.invitedByName, guarantorName };
      if (found.registered) return { recipient: found.email, mail: invitationElsewhere(words) };
      const url = linkOf(paths.invitation(linkToken({ kind: letter, id, version }, found.tokenHash)));
      const mail = invitation({
        ...words,
        roleName: ROLE_LABELS[found.role],
        url,
        until: formatInstant(found.expiresAt),
      });
      return { recipient: found.email, mail };
    }
    case "password_reset": {
      const found = await findResetToMail(tx, id);
      if (!found) return null;
      const url = linkOf(paths.passwordLink(linkToken({ kind: letter, id, version }, found.tokenHash)));
      const mail = passwordReset({
        name: found.name,
        url,
        until: formatInstant(found.expiresAt),
        guarantorName,
      });
      return { recipient: found.email, mail };
    }
    case "password_changed": {
      const found = await findPersonToMail(tx, id);
      if (!found) return null;
      const at = formatInstant(new Date(version));
      const mail = passwordChanged({ name: found.name, at, url: linkOf(paths.password()), guarantorName });
      return { recipient: found.email, mail };
    }
  }
}
