import { randomBytes, randomInt } from "node:crypto";
import { now } from "./clock.ts";

let last = { ms: 0, count: 0 };

/** Counts within a millisecond. Without it, two audit lines of the same millisecond came back in either order. */
function countIn(ms: number): number {
  last = { ms, count: ms === last.ms ? (last.count + 1) & 0xfff : randomInt(0x800) };
  return last.count;
}

/**
 * A new UUIDv7 (RFC 9562, 5.7 and 6.2), so that primary keys sort by age: 48 bits of milliseconds, a 12-bit count
 * within the millisecond that begins at random, then 62 random bits.
 */
export function newId(): string {
  const bytes = randomBytes(16);
  const ms = now().getTime();
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | countIn(ms), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
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
