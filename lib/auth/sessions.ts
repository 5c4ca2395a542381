import { now } from "#lib/core/clock.ts";
import { randomToken, sha256 } from "#lib/core/crypto.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { systemScope } from "./scope.ts";

const hours = 60 * 60 * 1000;
/** A session ends after 12 hours at the latest, after one hour without a request before that. */
export const SESSION_LIMITS = { absoluteMs: 12 * hours, idleMs: 1 * hours } as const;
/** How old `seenAt` may get before a request writes it again: one write a minute, not one a request. */
const seenEveryMs = 60_000;

/** Opens a session and returns the token for the cookie; only its hash is kept. */
export async function openSession(tx: Tx, userId: string): Promise<string> {
  const token = randomToken();
  const at = now();
  await tx.session.createMany({
    data: [
      {
        id: newId(),
        tokenHash: hashOf(token),
        userId,
        createdAt: at,
        seenAt: at,
        expiresAt: new Date(at.getTime() + SESSION_LIMITS.absoluteMs),
      },
    ],
  });
  return token;
}

const hashOf = (token: string) => Uint8Array.from(sha256(token));

/** The person behind a token, read anew at every request, so that sign-out, disabling and a new role work at once. */
export async function findSessionUser(token: string) {
  const at = now();
  return inScope(systemScope, async (tx) => {
    const session = await tx.session.findFirst({
      where: {
        tokenHash: hashOf(token),
        endedAt: null,
        expiresAt: { gt: at },
        seenAt: { gt: new Date(at.getTime() - SESSION_LIMITS.idleMs) },
        user: { disabledAt: null },
      },
      select: {
        id: true,
        seenAt: true,
        user: {
          select: {
            id: true,
            name: true,
            email: true,
            role: true,
            companyId: true,
            branchId: true,
            obligeeId: true,
            company: { select: { name: true } },
            branch: { select: { name: true } },
            obligee: { select: { name: true } },
          },
        },
      },
    });
    if (!session) return null;
    if (at.getTime() - session.seenAt.getTime() > seenEveryMs)
      await tx.session.updateMany({ where: { id: session.id }, data: { seenAt: at } });
    return session.user;
  });
}

export type SessionUser = NonNullable<Awaited<ReturnType<typeof findSessionUser>>>;

/** Ends a session; the cookie is worthless from the next request on, also a copy of it. */
export async function endSession(tx: Tx, token: string): Promise<void> {
  await tx.session.updateMany({
    where: { tokenHash: hashOf(token), endedAt: null },
    data: { endedAt: now() },
  });
}
