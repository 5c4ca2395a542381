import "server-only";
import { linkHash, newLinkHash } from "#lib/auth/links.ts";
import { hashPassword, passwordFits } from "#lib/auth/password.ts";
import { passwordProblem } from "#lib/auth/password-rules.ts";
import { type SystemScope, systemScope } from "#lib/auth/scope.ts";
import {
  endSession,
  endSessionsOf,
  extendSession,
  type SessionTimes,
  type SessionUser,
} from "#lib/auth/sessions.ts";
import { accountTries } from "#lib/auth/sign-in.ts";
import { now } from "#lib/core/clock.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { clearTries, type Limit, returnTry, takeTry } from "#lib/core/rate-limit.ts";
import { mustWait, type Refused, refused } from "#lib/core/result.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { accountLetter } from "#lib/jobs/definitions/account-letter.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { findOpenReset, findPasswordHash } from "./queries.ts";

type Person = { id: string; name: string };
type Mistakes = { errors: { field: string; message: string }[] };

const acting = ({ id, name }: Person): SystemScope => ({ ...systemScope, actorId: id, actorName: name });

/** Ends the session behind a token. From the next request on, a copy of the cookie opens nothing. */
export async function signOutPerson(user: SessionUser, token: string): Promise<void> {
  await inScope(systemScope, async (tx) => {
    await endSession(tx, token);
    await recordAudit(tx, acting(user), "account.signed_out", {}, {});
  });
}

/** 「続ける」 of the warning: keeps the session behind a token alive; null when it has ended. */
export async function keepSession(token: string): Promise<SessionTimes | null> {
  return inScope(systemScope, (tx) => extendSession(tx, token));
}

/** 「サインアウトさせる」: ends one of the person's own sessions, or all except the one in use. */
export async function endOwnSessions(user: SessionUser, id: string | null): Promise<{ ended: number }> {
  return inScope(systemScope, async (tx) => {
    const which = id === null ? { allBut: user.session.id } : { id };
    const ended = await endSessionsOf(tx, user.id, which);
    if (ended > 0) await recordAudit(tx, acting(user), "account.sessions_ended", {}, { sessions: ended });
    return { ended };
  });
}

const resetMs = 60 * 60 * 1000;
/** How many mails may be requested for one address. */
const perAccount: Limit = {
  free: 3,
  firstWaitSeconds: 60,
  longestWaitSeconds: 3600,
  forgetAfterSeconds: 3600,
};
/** The same for one network address, which may be a whole city hall. */
const perAddress: Limit = { ...perAccount, free: 30 };

/**
 * 「パスワードをお忘れの方」: an address that nobody has gets the same rows, the same job and the same answer; only the job finds
 * out whether a mail goes out. An address for which it is requested too often has to wait, existing or not.
 */
export async function requestPasswordReset(
  email: string,
  address: string,
): Promise<{ asked: true } | Refused<"must_wait">> {
  return inScope(systemScope, async (tx) => {
    const { emailHash } = accountTries(email);
    const wait =
      (await takeTry(tx, `password-reset:address:${address}`, perAddress)) ??
      (await takeTry(tx, `password-reset:account:${emailHash}`, perAccount));
    if (wait) return mustWait(wait.waitSeconds);
    const user = await tx.user.findFirst({ where: { email, disabledAt: null }, select: { id: true } });
    const id = newId();
    const at = now();
    await tx.passwordReset.createMany({
      data: [
        {
          id,
          userId: user?.id ?? null,
          tokenHash: newLinkHash({ kind: "password_reset", id, version: 1 }),
          createdAt: at,
          expiresAt: new Date(at.getTime() + resetMs),
        },
      ],
    });
    await enqueue(tx, accountLetter, { branchId: null, letter: "password_reset", id, version: 1 });
    await recordAudit(tx, systemScope, "account.password_reset_requested", {}, { emailHash });
    return { asked: true };
  });
}

/** Stores a new password, ends sessions, records it and notifies the owner by mail, in one transaction. */
async function keepPassword(
  tx: Tx<SystemScope>,
  person: Person,
  passwordHash: string,
  how: { event: "account.password_changed" | "account.password_reset"; keep: string | null },
): Promise<void> {
  await tx.user.updateMany({ where: { id: person.id }, data: { passwordHash } });
  // Links that are still in a mailbox were requested under the old password.
  await tx.passwordReset.updateMany({ where: { userId: person.id, usedAt: null }, data: { usedAt: now() } });
  await endSessionsOf(tx, person.id, { allBut: how.keep });
  await recordAudit(tx, acting(person), how.event, {}, {});
  const letter = { branchId: null, letter: "password_changed", id: person.id } as const;
  await enqueue(tx, accountLetter, { ...letter, version: now().getTime() });
}

/** How many invalid links may be tried from one network address. */
const perLink: Limit = { ...perAccount, free: 20, firstWaitSeconds: 30 };

/** Sets the new password behind a mail's link, once. Every invalid link gets the same answer. Ends all sessions. */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  address: string,
): Promise<{ reset: true } | Mistakes | Refused<"link_dead" | "must_wait">> {
  const key = `link:address:${address}`;
  const opened = await inScope(systemScope, async (tx) => {
    const wait = await takeTry(tx, key, perLink);
    if (wait) return wait;
    const found = await findOpenReset(tx, linkHash(token));
    if (found) await returnTry(tx, key);
    return found;
  });
  if (opened === null) return refused("link_dead");
  if ("waitSeconds" in opened) return mustWait(opened.waitSeconds);
  const { id, user } = opened;
  const message = passwordProblem(password, [user.name, user.email, user.company?.name ?? ""]);
  if (message !== null) return { errors: [{ field: "password", message }] };
  const passwordHash = await hashPassword(password);
  return inScope(systemScope, async (tx) => {
    const used = await tx.passwordReset.updateMany({
      where: { id, usedAt: null, expiresAt: { gt: now() } },
      data: { usedAt: now() },
    });
    if (used.count === 0) return refused("link_dead");
    await keepPassword(tx, user, passwordHash, { event: "account.password_reset", keep: null });
    await clearTries(tx, accountTries(user.email).key);
    return { reset: true };
  });
}

/** How many wrong present passwords may be tried, in case a session was left open. */
const perPerson: Limit = {
  free: 10,
  firstWaitSeconds: 30,
  longestWaitSeconds: 3600,
  forgetAfterSeconds: 3600,
};

/** 「パスワードを変更する」: checks the present password and ends every other session. */
export async function changePassword(
  user: SessionUser,
  { current, password }: { current: string; password: string },
): Promise<{ changed: true } | Mistakes | Refused<"must_wait">> {
  const message = passwordProblem(password, [user.name, user.email, user.companyName ?? ""]);
  const mistakes = message === null ? [] : [{ field: "password", message }];
  const key = `password-change:${user.id}`;
  const stored = await inScope(systemScope, async (tx) => {
    const wait = await takeTry(tx, key, perPerson);
    return wait ?? (await findPasswordHash(tx, user.id));
  });
  if (stored && "waitSeconds" in stored) return mustWait(stored.waitSeconds);
  if (!(await passwordFits(stored?.passwordHash ?? null, current)))
    return {
      errors: [
        { field: "current", message: "現在のパスワードが正しくありません。入力し直してください。" },
        ...mistakes,
      ],
    };
  const passwordHash = mistakes.length === 0 ? await hashPassword(password) : null;
  return inScope(systemScope, async (tx) => {
    await clearTries(tx, key);
    if (passwordHash === null) return { errors: mistakes };
    await keepPassword(tx, user, passwordHash, { event: "account.password_changed", keep: user.session.id });
    return { changed: true };
  });
}
