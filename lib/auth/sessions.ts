import { z } from "zod";
import { now } from "#lib/core/clock.ts";
import { randomToken, sha256 } from "#lib/core/crypto.ts";
import { askDatabase, type Tx } from "#lib/core/db.ts";
import { Prisma } from "#lib/core/generated/prisma/client.ts";
import { newId } from "#lib/core/ids.ts";
import type { SystemScope } from "./scope.ts";

const hours = 60 * 60 * 1000;
/** A session ends after one hour without a request, and after 12 hours in any case. */
export const SESSION_LIMITS = { absoluteMs: 12 * hours, idleMs: 1 * hours } as const;
/** How old `seenAt` may get before a request updates it: one write a minute instead of one a request. */
const seenEveryMs = 60_000;

/** Where a session was opened, as far as the browser said. */
export type Device = { userAgent: string | null; address: string | null };

/** Opens a session and returns the token for the cookie; only its hash is kept. */
export async function openSession(
  tx: Tx,
  userId: string,
  { userAgent, address }: Device = { userAgent: null, address: null },
): Promise<string> {
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
        userAgent: userAgent?.slice(0, 400) ?? null,
        address,
      },
    ],
  });
  return token;
}

const hashOf = (token: string) => Uint8Array.from(sha256(token));

/** Sessions that are alive at an instant. */
const alive = (at: Date) => ({
  endedAt: null,
  expiresAt: { gt: at },
  seenAt: { gt: new Date(at.getTime() - SESSION_LIMITS.idleMs) },
});

/** When a session ends: at the latest, and if no further request comes. */
export type SessionTimes = { idleEndsAt: Date; expiresAt: Date };

const timesOf = ({ seenAt, expiresAt }: { seenAt: Date; expiresAt: Date }): SessionTimes => ({
  idleEndsAt: new Date(seenAt.getTime() + SESSION_LIMITS.idleMs),
  expiresAt,
});

const nullableText = z.string().nullable();
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** The answer of the database function session_of() (prisma/migrations, "a session is read in one statement"). */
const sessionRow = z.object({
  session: z.object({ id: z.string(), seenAt: instant, expiresAt: instant }),
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(["contractor", "staff", "approver", "official", "admin"]),
  companyRole: z.enum(["manager", "applicant", "viewer"]).nullable(),
  companyId: nullableText,
  branchId: nullableText,
  obligeeId: nullableText,
  companyName: nullableText,
  branchName: nullableText,
  obligeeName: nullableText,
});

/**
 * The person behind a token, read at every request so that sign-out, disabling and a new role take effect at once; null
 * when the session has ended. It is one statement, which also keeps the session alive, at most once a minute.
 */
export async function findSessionUser(token: string) {
  const { idleMs } = SESSION_LIMITS;
  const [row] = await askDatabase<{ found: unknown }>(
    Prisma.sql`SELECT session_of(${hashOf(token)}, ${now()}::timestamptz, ${idleMs} * interval '1 ms', ${seenEveryMs} * interval '1 ms') AS found`,
  );
  if (!row?.found) return null;
  const { session, ...user } = sessionRow.parse(row.found);
  return { ...user, session: { id: session.id, ...timesOf(session) } };
}

export type SessionUser = NonNullable<Awaited<ReturnType<typeof findSessionUser>>>;

/** When the session behind a token ends, without keeping it alive; null when it has ended. */
export async function peekSession(tx: Tx<SystemScope>, token: string): Promise<SessionTimes | null> {
  const session = await tx.session.findFirst({
    where: { tokenHash: hashOf(token), ...alive(now()), user: { disabledAt: null } },
    select: { seenAt: true, expiresAt: true },
  });
  return session && timesOf(session);
}

/** 「続ける」: keeps the session alive from this instant; null when it has ended. */
export async function extendSession(tx: Tx<SystemScope>, token: string): Promise<SessionTimes | null> {
  const at = now();
  const where = { tokenHash: hashOf(token), ...alive(at), user: { disabledAt: null } };
  await tx.session.updateMany({ where, data: { seenAt: at } });
  return peekSession(tx, token);
}

/** A person's live sessions, the most recently used first. */
export async function listSessions(tx: Tx<SystemScope>, userId: string) {
  return tx.session.findMany({
    where: { userId, ...alive(now()) },
    orderBy: [{ seenAt: "desc" }, { id: "desc" }],
    take: 100,
    select: { id: true, createdAt: true, seenAt: true, userAgent: true, address: true },
  });
}

/** Ends one of a person's sessions by its id, or all but one (all, when that one is null). Returns how many ended. */
export async function endSessionsOf(
  tx: Tx<SystemScope>,
  userId: string,
  which: { id: string } | { allBut: string | null },
): Promise<number> {
  const id = "id" in which ? which.id : which.allBut === null ? undefined : { not: which.allBut };
  const { count } = await tx.session.updateMany({
    where: { userId, endedAt: null, ...(id === undefined ? {} : { id }) },
    data: { endedAt: now() },
  });
  return count;
}

/** Ends a session. From the next request on its cookie, and every copy of it, is worthless. */
export async function endSession(tx: Tx, token: string): Promise<void> {
  await tx.session.updateMany({
    where: { tokenHash: hashOf(token), endedAt: null },
    data: { endedAt: now() },
  });
}
