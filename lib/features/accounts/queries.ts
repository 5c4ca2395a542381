import type { SystemScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";

/** The role of the account with this address, as stored; null when there is none. */
export async function findRole(tx: Tx<SystemScope>, email: string) {
  const user = await tx.user.findFirst({ where: { email, disabledAt: null }, select: { role: true } });
  return user?.role ?? null;
}
