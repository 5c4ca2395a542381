import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inCheckout } from "#lib/cli/paths.ts";

/** The 認証キー that journeys have seen, one per line, since the tests run in several processes. */
export const secretsFile = inCheckout("test-results/.keys");

/** Remembers a key, so that the end of the run can search for it where it must not be. */
export function rememberSecret(key: string): void {
  mkdirSync(path.dirname(secretsFile), { recursive: true });
  appendFileSync(secretsFile, `${key}\n`);
}

/** Fails when `text` contains one of the remembered keys; the failure does not repeat the key. */
export function assertNoSecretIn(text: string, where: string): void {
  if (!existsSync(secretsFile)) return;
  const keys = readFileSync(secretsFile, "utf8").split("\n").filter(Boolean);
  const found = keys.filter((key) => text.includes(key)).length;
  if (found > 0) throw new Error(`${found} of ${keys.length} keys stand in ${where}.`);
}
