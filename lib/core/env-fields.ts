import { z } from "zod";

/** One secret of a ring: what was made with it carries the id, so that a newer secret can take over. */
export type RingKey = { id: string; bytes: Buffer };

/** Secrets of one purpose: `current` makes new values, `byId` (which holds it too) reads the older ones. */
export type KeyRing = { current: RingKey; byId: ReadonlyMap<string, RingKey> };

const placeholder = /change.?me|example|placeholder|password|secret|default|dummy/i;

function isWeakText(value: string): boolean {
  return value.length < 32 || new Set(value).size < 10 || placeholder.test(value);
}

// 32 random bytes hold about 30 different values; fewer than 12 is a pattern somebody typed.
function isWeakKey(bytes: Uint8Array): boolean {
  return new Set(bytes).size < 12;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\./.test(hostname);
}

function parseUrl(value: string, protocols: string[]): URL | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url && protocols.includes(url.protocol) && url.hostname !== "" ? url : undefined;
}

const secretText = z
  .string()
  .refine((value) => !isWeakText(value), "is weak: at least 32 random characters are needed");

const secretBytes = z.string().transform((value, context) => {
  const bytes = Buffer.from(value, "base64");
  if (bytes.length === 32 && !isWeakKey(bytes)) return value;
  context.addIssue(bytes.length === 32 ? "is weak: its bytes are not random" : "is not 32 bytes in base64");
  return z.NEVER;
});

const keyRing = z.string().transform((value, context): KeyRing => {
  const keys = value.split(",").map((entry): RingKey => {
    const [id = "", base64 = ""] = entry.trim().split(":", 2);
    const bytes = Buffer.from(base64, "base64");
    if (!/^[a-z0-9-]{1,16}$/.test(id))
      context.addIssue("has a key without an id (id:base64, id of a-z 0-9 -)");
    if (bytes.length !== 32) context.addIssue(`has key "${id}" that is not 32 bytes in base64`);
    else if (isWeakKey(bytes)) context.addIssue(`has weak key "${id}": its bytes are not random`);
    return { id, bytes };
  });
  const byId = new Map(keys.map((key) => [key.id, key]));
  if (byId.size !== keys.length) context.addIssue("has two keys of one id");
  const [current] = keys;
  return current && context.issues.length === 0 ? { current, byId } : z.NEVER;
});

const databaseUrl = z
  .string()
  .refine((value) => parseUrl(value, ["postgres:", "postgresql:"]), "is no postgres:// address");

/** The form of each variable that more than one command reads; what is wrong reads on after the variable's name. */
export const fields = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "is no port number")
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, "is no port number"),
  HOST: z.string(),
  DATABASE_URL: databaseUrl,
  DATABASE_APP_URL: databaseUrl,
  SMTP_URL: z
    .string()
    .refine((value) => parseUrl(value, ["smtp:", "smtps:"]), "is no smtp:// or smtps:// address"),
  MAIL_FROM: z
    .string()
    .refine(
      (value) => /^([^<>\r\n]+<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/.test(value),
      "is no mail address",
    ),
  APP_URL: z
    .string()
    .refine((value) => parseUrl(value, ["http:", "https:"]), "is no http:// or https:// address")
    .transform((value) => value.replace(/\/+$/, "")),
  DATA_DIR: z.string(),
  DEMO: z.enum(["0", "1"], "is neither 0 nor 1").transform((value) => value === "1"),
  TRUST_PROXY: z.enum(["0", "1"], "is neither 0 nor 1").transform((value) => value === "1"),
  AUTH_SECRET: secretText,
  KEY_PEPPERS: keyRing,
  KEY_CIPHERS: keyRing,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secretBytes,
};

/** Whether an address may carry sessions: https, or this very machine. */
export function isProtectedUrl(value: string): boolean {
  const url = parseUrl(value, ["http:", "https:"]);
  return url !== undefined && (url.protocol === "https:" || isLoopback(url.hostname));
}
