import { z } from "zod";
import type { KeyRing } from "./crypto.ts";
import { fields } from "./env-fields.ts";

/** Environment variables as a process receives them. */
export type EnvSource = Readonly<Record<string, string | undefined>>;

/** Thrown when variables are missing or unusable; `problems` names each of them, never a secret's value. */
export class EnvError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.name = "EnvError";
    this.problems = problems;
  }
}

const schema = z.object({
  PORT: fields.PORT.default(3000),
  HOST: fields.HOST.default("127.0.0.1"),
  DATABASE_APP_URL: fields.DATABASE_APP_URL,
  SMTP_URL: fields.SMTP_URL,
  MAIL_FROM: fields.MAIL_FROM,
  CLAMD_URL: fields.CLAMD_URL.optional(),
  APP_URL: fields.APP_URL,
  DATA_DIR: fields.DATA_DIR,
  MAILBOX_DIR: z.string().optional(),
  DEMO: fields.DEMO,
  TRUST_PROXY: fields.TRUST_PROXY.default(false),
  AUTH_SECRET: fields.AUTH_SECRET,
  KEY_PEPPERS: fields.KEY_PEPPERS,
  KEY_CIPHERS: fields.KEY_CIPHERS,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: fields.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
});

/** What web and worker know of their surroundings. `npm start` hands all of it to them. */
export type Env = {
  port: number;
  host: string;
  /** The unprivileged login (hosho_app). The owner's address never reaches web or worker. */
  databaseAppUrl: string;
  smtpUrl: string;
  mailFrom: string;
  /** The virus scanner (clamd); without it, attachments are stored unscanned. */
  clamdUrl: string | undefined;
  /** The portal's public address without a slash at the end; links in mails begin with it. */
  appUrl: string;
  dataDir: string;
  /** Where the built-in catcher keeps mails; absent when mails go to a real server. */
  mailboxDir: string | undefined;
  demo: boolean;
  trustProxy: boolean;
  authSecret: string;
  keyPeppers: KeyRing;
  keyCiphers: KeyRing;
};

/**
 * Parses variables with a zod schema. An empty value counts as absent, as in an .env file with nothing after the equals
 * sign. Throws `EnvError` with every problem at once.
 */
export function parseVariables<T extends z.ZodType>(shape: T, source: EnvSource): z.output<T> {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = shape.safeParse(filled);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0] ?? "");
    return filled[name] === undefined && name !== ""
      ? `${name} is missing`
      : `${name} ${issue.message}`.trim();
  });
  throw new EnvError([...new Set(problems)]);
}

/** The environment of web and worker. Throws `EnvError` listing everything that is missing or weak. */
export function readEnv(source: EnvSource): Env {
  const parsed = parseVariables(schema, source);
  return {
    port: parsed.PORT,
    host: parsed.HOST,
    databaseAppUrl: parsed.DATABASE_APP_URL,
    smtpUrl: parsed.SMTP_URL,
    mailFrom: parsed.MAIL_FROM,
    clamdUrl: parsed.CLAMD_URL,
    appUrl: parsed.APP_URL,
    dataDir: parsed.DATA_DIR,
    mailboxDir: parsed.MAILBOX_DIR,
    demo: parsed.DEMO,
    trustProxy: parsed.TRUST_PROXY,
    authSecret: parsed.AUTH_SECRET,
    keyPeppers: parsed.KEY_PEPPERS,
    keyCiphers: parsed.KEY_CIPHERS,
  };
}

let parsed: Env | undefined;

/** This process's environment, parsed once. */
export function env(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}

/** A copy of this process's variables, to hand on to a child process or to `readSettings`. */
export function inheritedEnv(): NodeJS.ProcessEnv {
  return { ...process.env };
}
