import { hash, verify } from "@node-rs/argon2";

// Algorithm.Argon2id; the const enum of the package cannot be read under isolated modules.
const argon2id = 2;
// OWASP's second choice: 19 MiB, 2 passes, 1 lane; about 10 ms here.
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes a password for keeping (argon2id, its own salt inside). */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), cost);
}

let dummy: Promise<string> | undefined;

/** Whether a password fits; with no hash (no such account) the same work is done and the answer is no. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword("no account has this password");
  const fits = await verify(stored ?? (await dummy), password.normalize("NFC"));
  return stored !== null && fits;
}
