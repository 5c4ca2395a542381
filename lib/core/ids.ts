import { randomBytes } from "node:crypto";
import { now } from "./clock.ts";

/** A new UUIDv7: 48 bits of milliseconds, then 74 random bits, so that primary keys sort by age (RFC 9562, 5.7). */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now().getTime(), 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a string from a URL can be an id; anything else is answered like an absent record, without asking the database. */
export function isId(value: string): boolean {
  return uuid.test(value);
}

/** A reference to tell on the telephone, under which the log has an error: 7F3A-91C2. */
export function newReference(): string {
  const hex = randomBytes(4).toString("hex").toUpperCase();
  return `${hex.slice(0, 4)}-${hex.slice(4)}`;
}
