import type { SessionTimes } from "#lib/auth/sessions.ts";
import { formatInstant } from "#lib/core/calendar.ts";
import { now } from "#lib/core/clock.ts";
import { deviceName } from "./rules.ts";
import type { SessionItem } from "./types.ts";

type Session = {
  id: string;
  createdAt: Date;
  seenAt: Date;
  userAgent: string | null;
  address: string | null;
};

/** A session in the person's own list; `ownId` is the session that asks. */
export function presentSession(session: Session, ownId: string): SessionItem {
  return {
    id: session.id,
    device: deviceName(session.userAgent),
    address: session.address ?? "不明",
    openedAt: formatInstant(session.createdAt),
    usedAt: formatInstant(session.seenAt),
    own: session.id === ownId,
  };
}

/** When a session ends, in milliseconds since 1970 by the server's clock, and the present reading of that clock. */
export function presentTimes({ idleEndsAt, expiresAt }: SessionTimes) {
  return { at: now().getTime(), idleEndsAt: idleEndsAt.getTime(), expiresAt: expiresAt.getTime() };
}
