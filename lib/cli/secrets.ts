import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { PlainFailure } from "#lib/cli/failure.ts";

// PERSISTED. Removing a name makes every key sealed with it unreadable.
const schema = z.object({
  AUTH_SECRET: z.string(),
  KEY_PEPPERS: z.string(),
  KEY_CIPHERS: z.string(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string(),
  databaseSuperuserPassword: z.string(),
  databaseOwnerPassword: z.string(),
  databaseAppPassword: z.string(),
});

/** The secrets that were generated once for this DATA_DIR and must be backed up with it. */
export type StoredSecrets = z.output<typeof schema>;

function generate(): StoredSecrets {
  const base64 = () => randomBytes(32).toString("base64");
  const word = () => randomBytes(24).toString("base64url");
  return {
    AUTH_SECRET: base64(),
    KEY_PEPPERS: `p1:${base64()}`,
    KEY_CIPHERS: `c1:${base64()}`,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: base64(),
    databaseSuperuserPassword: word(),
    databaseOwnerPassword: word(),
    databaseAppPassword: word(),
  };
}

async function readStored(file: string): Promise<Record<string, string>> {
  if (!existsSync(file)) return {};
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    throw new PlainFailure(`${file} cannot be read; restore it from a backup: no key opens without it.`, {
      cause,
    });
  }
}

/**
 * The secrets of a DATA_DIR, generated at the first start (a file of mode 0600). Missing ones are added later; existing
 * ones are never replaced.
 */
export async function loadSecrets(dataDir: string): Promise<StoredSecrets> {
  const file = path.join(dataDir, "secrets.json");
  const stored = await readStored(file);
  const secrets = schema.parse({ ...generate(), ...stored });
  if (schema.safeParse(stored).success) return secrets;
  await mkdir(dataDir, { recursive: true });
  // A start killed while writing must not leave half a file in place of the only copy.
  const half = await open(`${file}.new`, "w", 0o600);
  await half.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
  await half.sync();
  await half.close();
  await rename(`${file}.new`, file);
  return secrets;
}
