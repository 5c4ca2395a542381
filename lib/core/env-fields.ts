import { z } from "zod";
import type { KeyRing } from "./crypto.ts";

const placeholder = /change.?me|example|placeholder|password|secret|default|dummy/i;

function isWeakText(value: string): boolean {
  return value.length < 32 || new Set(value).size < 10 || placeholder.test(value);
}

// 32 random bytes hold about 30 different values; fewer than 12 are a pattern that somebody typed.
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
  const problems: string[] = [];
  const ring = value.split(",").map((entry) => {
    const [id = "", base64 = ""] = entry.trim().split(":", 2);
    const secret = Buffer.from(base64, "base64");
    if (!/^[a-z0-9-]{1,16}$/.test(id))
      problems.push("has a key without an id (id:base64, the id of a-z 0-9 -)");
    else if (secret.length !== 32) problems.push(`has a key "${id}" that is not 32 bytes in base64`);
    else if (isWeakKey(secret)) problems.push(`has a weak key "${id}": its bytes are not random`);
    return { id, secret };
  });
  if (new Set(ring.map((key) => key.id)).size !== ring.length) problems.push("has two keys of one id");
  for (const problem of problems) context.addIssue(problem);
  return problems.length === 0 ? ring : z.NEVER;
});

const databaseUrl = z
  .string()
  .refine((value) => parseUrl(value, ["postgres:", "postgresql:"]), "is no postgres:// address");

/**
 * The shape of each variable that several commands read. A message continues the sentence that begins with the
 * variable's name.
 */
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
  CLAMD_URL: z
    .string()
    .refine((value) => parseUrl(value, ["tcp:"]), "is no tcp:// address, for example tcp://127.0.0.1:3310"),
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

/** Whether an address is safe for sessions: https, or this very machine. */
export function isProtectedUrl(value: string): boolean {
  const url = parseUrl(value, ["http:", "https:"]);
  return url !== undefined && (url.protocol === "https:" || isLoopback(url.hostname));
}
