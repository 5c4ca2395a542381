import { systemScope } from "#lib/auth/scope.ts";
import { endSession, type SessionUser } from "#lib/auth/sessions.ts";
import { inScope } from "#lib/core/db.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";

/** Ends the session behind a token; a copy of the cookie opens nothing from the next request on. */
export async function signOutPerson(user: SessionUser, token: string): Promise<void> {
  await inScope(systemScope, async (tx) => {
    await endSession(tx, token);
    const actor = { ...systemScope, actorId: user.id, actorName: user.name };
    await recordAudit(tx, actor, "account.signed_out", {}, {});
  });
}
