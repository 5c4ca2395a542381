import "server-only";
import type { SystemScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import type { Tx } from "#lib/core/db.ts";

/** The role of the account with this address, as stored; null when there is none. */
export async function findRole(tx: Tx<SystemScope>, email: string) {
  const user = await tx.user.findFirst({ where: { email, disabledAt: null }, select: { role: true } });
  return user?.role ?? null;
}

const person = {
  id: true,
  name: true,
  email: true,
  company: { select: { name: true } },
} as const;

/** The recipient of a mail about their account; null when there is nobody. */
export async function findPersonToMail(tx: Tx<SystemScope>, id: string) {
  return tx.user.findFirst({ where: { id, disabledAt: null }, select: person });
}

/** The reset behind a valid link, with its person; null otherwise. */
export async function findOpenReset(tx: Tx<SystemScope>, tokenHash: Uint8Array<ArrayBuffer>) {
  const found = await tx.passwordReset.findFirst({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now() }, user: { disabledAt: null } },
    select: { id: true, user: { select: person } },
  });
  return found?.user ? { id: found.id, user: found.user } : null;
}

/** The content of a reset's mail; null when nobody has the typed address, or the link is over. */
export async function findResetToMail(tx: Tx<SystemScope>, id: string) {
  const found = await tx.passwordReset.findFirst({
    where: { id, usedAt: null, expiresAt: { gt: now() }, user: { disabledAt: null } },
    select: { tokenHash: true, expiresAt: true, user: { select: person } },
  });
  if (!found?.user) return null;
  const { name, email } = found.user;
  return { name, email, tokenHash: found.tokenHash, expiresAt: found.expiresAt };
}

/** The hash of a person's password. */
export async function findPasswordHash(tx: Tx<SystemScope>, id: string) {
  return tx.user.findFirst({ where: { id, disabledAt: null }, select: { passwordHash: true } });
}
