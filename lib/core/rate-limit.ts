import { now } from "./clock.ts";
import type { Tx } from "./db.ts";

/** How many failures are free, and how the wait grows after them. */
export type Limit = {
  /** Failures until the first wait. */
  free: number;
  /** Seconds of the first wait; doubles with every further failure. */
  firstWaitSeconds: number;
  longestWaitSeconds: number;
  /** Failures older than this are forgotten. */
  forgetAfterSeconds: number;
};

/**
 * Counts a try before it is checked, in the database and under the row's lock, so that two hundred tries at the same
 * time get no more than the free ones. After a success, clearTries() or returnTry() gives it back. Returns the seconds
 * to wait when the key is blocked; then nothing was counted and nothing may be checked.
 */
export async function takeTry(tx: Tx, key: string, limit: Limit): Promise<{ waitSeconds: number } | null> {
  const at = now();
  await tx.throttle.createMany({ data: [{ key, failures: 0, updatedAt: at }], skipDuplicates: true });
  const [row] = await tx.$queryRaw<{ failures: number; blocked_until: Date | null; updated_at: Date }[]>`
    SELECT failures, blocked_until, updated_at FROM throttles WHERE key = ${key} FOR UPDATE`;
  if (!row) throw new Error("the throttle's row vanished");
  const left = (row.blocked_until?.getTime() ?? 0) - at.getTime();
  if (left > 0) return { waitSeconds: Math.ceil(left / 1000) };
  const old = at.getTime() - row.updated_at.getTime() > limit.forgetAfterSeconds * 1000;
  const failures = (old ? 0 : row.failures) + 1;
  const waitSeconds = Math.min(
    limit.firstWaitSeconds * 2 ** (failures - limit.free),
    limit.longestWaitSeconds,
  );
  await tx.throttle.updateMany({
    where: { key },
    data: {
      failures,
      updatedAt: at,
      blockedUntil: failures >= limit.free ? new Date(at.getTime() + waitSeconds * 1000) : null,
    },
  });
  return null;
}

/** Forgets all failures of a key, after its owner has proved who they are. */
export async function clearTries(tx: Tx, key: string): Promise<void> {
  await tx.throttle.updateMany({ where: { key }, data: { failures: 0, blockedUntil: null } });
}

/** Gives back the one try that succeeded and keeps earlier failures, for an address that many share. */
export async function returnTry(tx: Tx, key: string): Promise<void> {
  await tx.throttle.updateMany({
    where: { key, failures: { gt: 0 } },
    data: { failures: { decrement: 1 }, blockedUntil: null },
  });
}
