import { hash, verify } from "@node-rs/argon2";
import { sealAs } from "#lib/core/crypto.ts";
import { env } from "#lib/core/env.ts";

// Algorithm.Argon2id: the package's const enum cannot be read under isolated modules.
const argon2id = 2;
// OWASP's second choice: 19 MiB, 2 passes, 1 lane; about 10 ms on the machine this was written on.
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * The password sealed with the pepper, which is kept outside the database, so that a stolen table alone cannot be
 * guessed at.
 */
const peppered = (keyId: string, password: string) =>
  sealAs(env().keyPeppers, keyId, `password:${password.normalize("NFC")}`).toString("base64");

/**
 * Hashes a password for storage: `<pepper's id>:<argon2id with its own salt>`. PERSISTED; older hashes have no pepper.
 */
export async function hashPassword(password: string): Promise<string> {
  const [pepper] = env().keyPeppers;
  if (!pepper) throw new Error("the key ring is empty");
  return `${pepper.id}:${await hash(peppered(pepper.id, password), cost)}`;
}

async function fits(stored: string, password: string): Promise<boolean> {
  if (stored.startsWith("$")) return verify(stored, password.normalize("NFC"));
  const [keyId = "", ...rest] = stored.split(":");
  return verify(rest.join(":"), peppered(keyId, password));
}

let dummy: Promise<string> | undefined;

/** Whether a password fits a stored hash. Without a hash (no such account) it does the same work and answers no. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword("no account has this password");
  const right = await fits(stored ?? (await dummy), password);
  return stored !== null && right;
}
