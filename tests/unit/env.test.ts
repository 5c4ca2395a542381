import { randomBytes } from "node:crypto";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { checkout } from "#lib/cli/paths.ts";
import { readSettings } from "#lib/cli/settings.ts";
import { EnvError, type EnvSource, readEnv } from "#lib/core/env.ts";

const base64 = () => randomBytes(32).toString("base64");
const secrets = {
  AUTH_SECRET: base64(),
  KEY_PEPPERS: `p2:${base64()},p1:${base64()}`,
  KEY_CIPHERS: `c1:${base64()}`,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: base64(),
};
const production = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://owner:word@db.example:5433/hosho",
  SMTP_URL: "smtps://user:word@mail.example",
  MAIL_FROM: "保証デスク <desk@hosho.example>",
  APP_URL: "https://desk.example/",
  ...secrets,
};
const child = {
  ...production,
  DATABASE_APP_URL: "postgresql://hosho_app:word@db.example/hosho",
  DATA_DIR: "/srv/data",
  DEMO: "0",
};

function problemsOf(read: (source: EnvSource) => unknown, source: EnvSource): readonly string[] {
  try {
    read(source);
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
}

describe("The settings of npm start", () => {
  test("without any variable they mean the demo on this machine with its own database and mails", () => {
    expect(readSettings({})).toEqual({
      production: false,
      demo: true,
      port: 3000,
      host: "127.0.0.1",
      appUrl: "http://127.0.0.1:3000",
      dataDir: path.join(checkout, ".data"),
      databaseUrl: undefined,
      databaseAppUrl: undefined,
      smtpUrl: undefined,
      mailFrom: "保証デスク <noreply@hosho-desk.example>",
      trustProxy: false,
      secrets: {},
    });
  });

  test("an empty variable counts as absent, as in a copied .env.example", () => {
    const empty = Object.fromEntries(Object.keys(production).map((name) => [name, ""]));
    expect(readSettings(empty)).toEqual(readSettings({}));
  });

  test.each([
    [{}, true],
    [{ DEMO: "0" }, false],
    [{ DATABASE_URL: production.DATABASE_URL }, false],
    [{ DATABASE_URL: production.DATABASE_URL, DEMO: "1" }, true],
    [production, false],
    [{ ...production, DEMO: "1" }, true],
  ])("the demo is on unless production or a database is given, or as DEMO says (%#)", (source, demo) => {
    expect(readSettings(source).demo).toBe(demo);
  });

  test("production with everything given is accepted, and the secrets are handed on as they were written", () => {
    const settings = readSettings(production);
    expect(settings.production).toBe(true);
    expect(settings.appUrl).toBe("https://desk.example");
    expect(settings.secrets).toEqual(secrets);
  });

  test("production with nothing given lists every missing value at once", () => {
    expect(problemsOf(readSettings, { NODE_ENV: "production" })).toEqual([
      "DATABASE_URL is missing",
      "SMTP_URL is missing",
      "MAIL_FROM is missing",
      "APP_URL is missing",
      "AUTH_SECRET is missing",
      "KEY_PEPPERS is missing",
      "KEY_CIPHERS is missing",
      "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is missing",
    ]);
  });

  test.each([
    [{ AUTH_SECRET: "short" }, /^AUTH_SECRET is weak/],
    [{ AUTH_SECRET: "a".repeat(64) }, /^AUTH_SECRET is weak/],
    [{ AUTH_SECRET: "please-change-me-please-change-me-0123456789" }, /^AUTH_SECRET is weak/],
    [{ KEY_PEPPERS: base64() }, /^KEY_PEPPERS has a key without an id/],
    [{ KEY_PEPPERS: "p1:c2hvcnQ=" }, /^KEY_PEPPERS has a key "p1" that is not 32 bytes/],
    [{ KEY_PEPPERS: `p1:${Buffer.alloc(32, 7).toString("base64")}` }, /^KEY_PEPPERS has a weak key "p1"/],
    [{ KEY_CIPHERS: `c1:${base64()},c1:${base64()}` }, /^KEY_CIPHERS has two keys of one id/],
    [{ KEY_CIPHERS: secrets.KEY_PEPPERS.replace("p2", "c9") }, /^KEY_CIPHERS is weak: it repeats/],
    [{ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "AAAA" }, /is not 32 bytes/],
    [{ APP_URL: "http://desk.example" }, /^APP_URL is weak/],
    [{ APP_URL: "desk.example" }, /^APP_URL is no http/],
    [{ DATABASE_URL: "mysql://x@y/z" }, /^DATABASE_URL is no postgres/],
    [{ SMTP_URL: "mail.example:25" }, /^SMTP_URL is no smtp/],
    [{ MAIL_FROM: "desk@hosho.example\r\nBcc: x@y" }, /^MAIL_FROM is no mail address/],
    [{ CLAMD_URL: "http://127.0.0.1:3310" }, /^CLAMD_URL is no tcp:/],
    [{ PORT: "80a" }, /^PORT is no port number/],
    [{ PORT: "70000" }, /^PORT is no port number/],
    [{ DEMO: "yes" }, /^DEMO is neither/],
  ])("production refuses a weak or malformed value and never repeats it (%#)", (change, words) => {
    const problems = problemsOf(readSettings, { ...production, ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(words);
    for (const value of Object.values(change)) expect(problems.join()).not.toContain(value);
  });

  test("a weak value stops a start that is no production too, since it was given on purpose", () => {
    expect(problemsOf(readSettings, { AUTH_SECRET: "short" })).toHaveLength(1);
  });
});

describe("The environment of web and worker", () => {
  test("opens key rings with the first key as the current one", () => {
    const { keyPeppers, keyCiphers } = readEnv(child);
    expect(keyPeppers.map((key) => key.id)).toEqual(["p2", "p1"]);
    expect(keyPeppers.every((key) => key.secret.length === 32)).toBe(true);
    expect(keyCiphers).toHaveLength(1);
  });

  test("lists everything that is missing at once", () => {
    const missing = problemsOf(readEnv, {}).map((problem) => problem.replace(" is missing", ""));
    expect(missing).toEqual(
      expect.arrayContaining([
        "DATABASE_APP_URL",
        "SMTP_URL",
        "APP_URL",
        "DEMO",
        "KEY_PEPPERS",
        "AUTH_SECRET",
      ]),
    );
  });

  test("does not know the owner's address", () => {
    expect(JSON.stringify(readEnv(child))).not.toContain(child.DATABASE_URL);
  });
});
