import { randomBytes } from "node:crypto";
import { V7Generator } from "uuidv7";
import { now } from "./clock.ts";

const generator = new V7Generator();

/**
 * A new UUIDv7 from the program's clock. The generator counts within a millisecond, and keeps counting while the clock is
 * set back by less than ten seconds. Without that, two audit lines of the same millisecond came back in either order.
 */
export function newId(): string {
  return generator.generateOrResetWithTs(now().getTime()).toString();
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Whether a string from a URL can be an id. Anything else is treated as an absent record, without asking the database.
 */
export function isId(value: string): boolean {
  return uuid.test(value);
}

/** A reference that can be read out on the telephone and finds the error in the log: 7F3A-91C2. */
export function newReference(): string {
  const hex = randomBytes(4).toString("hex").toUpperCase();
  return `${hex.slice(0, 4)}-${hex.slice(4)}`;
}
