import { sha256 } from "#lib/core/crypto.ts";
import { inScope } from "#lib/core/db.ts";
import { clearTries, type Limit, returnTry, takeTry } from "#lib/core/rate-limit.ts";
import { foldCode } from "#lib/core/text.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { passwordFits } from "./password.ts";
import { systemScope } from "./scope.ts";
import { openSession } from "./sessions.ts";

/** Ten wrong passwords per account, then waits that grow from 30 s to an hour (docs/quality.md C11). */
const perAccount: Limit = {
  free: 10,
  firstWaitSeconds: 30,
  longestWaitSeconds: 3600,
  forgetAfterSeconds: 86_400,
};
/** A city hall is many people behind one address, so the limit is high and only failures count. */
const perAddress: Limit = {
  free: 100,
  firstWaitSeconds: 30,
  longestWaitSeconds: 3600,
  forgetAfterSeconds: 3600,
};

/** The key under which failures of an account are counted, by the hash of its address, whether it exists or not. */
export function accountTries(email: string): { key: string; emailHash: string } {
  const emailHash = sha256(foldCode(email).toLowerCase()).toString("hex").slice(0, 16);
  return { key: `sign-in:account:${emailHash}`, emailHash };
}

export type SignIn = { token: string; userId: string } | { wrong: true } | { waitSeconds: number };

/**
 * Checks an address and a password and opens a session. An unknown address, a wrong password and a disabled account
 * cost the same work and get the same answer. Failures are counted per account, existing or not, and per network
 * address.
 */
export async function signInWithPassword(
  email: string,
  password: string,
  address: string,
  userAgent: string | null = null,
): Promise<SignIn> {
  const account = foldCode(email).toLowerCase();
  const { key: accountKey, emailHash } = accountTries(account);
  const addressKey = `sign-in:address:${address}`;
  const user = await inScope(systemScope, async (tx) => {
    const wait = await takeTry(tx, accountKey, perAccount);
    if (wait) return wait;
    const addressWait = await takeTry(tx, addressKey, perAddress);
    if (addressWait) {
      await returnTry(tx, accountKey); // nothing was checked, so nothing counts against the account
      return addressWait;
    }
    return tx.user.findFirst({
      where: { email: account, disabledAt: null },
      select: { id: true, name: true, email: true, passwordHash: true },
    });
  });
  if (user && "waitSeconds" in user) return user;
  const fits = await passwordFits(user?.passwordHash ?? null, password);
  return inScope(systemScope, async (tx) => {
    if (!user || !fits) {
      await recordAudit(tx, systemScope, "account.sign_in_failed", {}, { emailHash });
      return { wrong: true };
    }
    await clearTries(tx, accountKey);
    await returnTry(tx, addressKey);
    const token = await openSession(tx, user.id, { userAgent, address });
    const actor = { ...systemScope, actorId: user.id, actorName: user.name };
    await recordAudit(tx, actor, "account.signed_in", {}, { email: user.email });
    return { token, userId: user.id };
  });
}
