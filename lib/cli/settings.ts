import path from "node:path";
import { z } from "zod";
import { checkout } from "#lib/cli/paths.ts";
import { EnvError, type EnvSource, parseVariables } from "#lib/core/env.ts";
import { fields, isProtectedUrl } from "#lib/core/env-fields.ts";

/** The secrets of web and worker, by the names of their variables. */
export const secretNames = [
  "AUTH_SECRET",
  "KEY_PEPPERS",
  "KEY_CIPHERS",
  "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
] as const;
const requiredInProduction = ["DATABASE_URL", "SMTP_URL", "MAIL_FROM", "APP_URL", ...secretNames] as const;

/** The secrets that web and worker need, as variables; missing ones are generated, except in production. */
export type Secrets = Record<(typeof secretNames)[number], string>;

/** The settings of `npm start`. What is absent (database, secrets, mail catcher), it provides itself. */
export type Settings = {
  production: boolean;
  demo: boolean;
  port: number;
  host: string;
  appUrl: string;
  /** Absolute. */
  dataDir: string;
  databaseUrl: string | undefined;
  databaseAppUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  clamdUrl: string | undefined;
  trustProxy: boolean;
  secrets: Partial<Secrets>;
};

// A key ring is parsed to be checked, but handed on as it was written.
const asWritten = <T extends z.ZodType>(field: T) =>
  z.string().superRefine((value, context) => {
    for (const issue of field.safeParse(value).error?.issues ?? []) context.addIssue(issue.message);
  });

const schema = z.object({
  NODE_ENV: z.string().optional(),
  DEMO: fields.DEMO.optional(),
  PORT: fields.PORT.default(3000),
  HOST: fields.HOST.default("127.0.0.1"),
  APP_URL: fields.APP_URL.optional(),
  DATA_DIR: fields.DATA_DIR.default(".data"),
  DATABASE_URL: fields.DATABASE_URL.optional(),
  DATABASE_APP_URL: fields.DATABASE_APP_URL.optional(),
  SMTP_URL: fields.SMTP_URL.optional(),
  MAIL_FROM: fields.MAIL_FROM.optional(),
  CLAMD_URL: fields.CLAMD_URL.optional(),
  TRUST_PROXY: fields.TRUST_PROXY.default(false),
  AUTH_SECRET: fields.AUTH_SECRET.optional(),
  KEY_PEPPERS: asWritten(fields.KEY_PEPPERS).optional(),
  KEY_CIPHERS: asWritten(fields.KEY_CIPHERS).optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: fields.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY.optional(),
});

function secretsOf(ring: string | undefined): string[] {
  return (ring ?? "").split(",").flatMap((key) => key.split(":")[1]?.trim() || []);
}

function productionProblems(source: EnvSource): string[] {
  const missing = requiredInProduction.filter((name) => !source[name]?.trim());
  const problems = missing.map((name) => `${name} is missing`);
  const { APP_URL, KEY_PEPPERS, KEY_CIPHERS } = source;
  if (APP_URL && URL.canParse(APP_URL) && !isProtectedUrl(APP_URL))
    problems.push("APP_URL is weak: sessions need https (http only on this machine)");
  const peppers = new Set(secretsOf(KEY_PEPPERS));
  if (secretsOf(KEY_CIPHERS).some((secret) => peppers.has(secret)))
    problems.push("KEY_CIPHERS is weak: it repeats a secret of KEY_PEPPERS, so that one leak opens both");
  return problems;
}

function parseSettings(source: EnvSource): z.output<typeof schema> {
  const production = source.NODE_ENV === "production" ? productionProblems(source) : [];
  try {
    const parsed = parseVariables(schema, source);
    if (production.length === 0) return parsed;
  } catch (error) {
    if (error instanceof EnvError) throw new EnvError([...production, ...error.problems]);
    throw error;
  }
  throw new EnvError(production);
}

/**
 * Reads the settings of `npm start` from variables. With NODE_ENV=production nothing is made up: database, mail,
 * address and secrets must be set. Throws `EnvError` with every missing or weak value at once.
 */
export function readSettings(source: EnvSource): Settings {
  const parsed = parseSettings(source);
  const production = parsed.NODE_ENV === "production";
  const secrets: Partial<Secrets> = {};
  for (const name of secretNames) {
    const value = parsed[name];
    if (value !== undefined) secrets[name] = value;
  }
  return {
    production,
    demo: parsed.DEMO ?? !(production || parsed.DATABASE_URL !== undefined),
    port: parsed.PORT,
    host: parsed.HOST,
    appUrl: parsed.APP_URL ?? `http://127.0.0.1:${parsed.PORT}`,
    dataDir: path.resolve(checkout, parsed.DATA_DIR),
    databaseUrl: parsed.DATABASE_URL,
    databaseAppUrl: parsed.DATABASE_APP_URL,
    smtpUrl: parsed.SMTP_URL,
    mailFrom: parsed.MAIL_FROM ?? "保証デスク <noreply@hosho-desk.example>",
    clamdUrl: parsed.CLAMD_URL,
    trustProxy: parsed.TRUST_PROXY,
    secrets,
  };
}
