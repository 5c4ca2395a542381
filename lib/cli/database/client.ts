import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { hashSchema, readSchema } from "#lib/cli/database/schema-files.ts";
import { checkout, inCheckout } from "#lib/cli/paths.ts";
import { inheritedEnv } from "#lib/core/env.ts";

const generated = inCheckout("lib/core/generated/prisma");
// Kept beside the client, so that they are copied and deleted together.
const stampFile = inCheckout("lib/core/generated/prisma-client.sha256");

async function expectedStamp(): Promise<string> {
  const manifest = await readFile(inCheckout("node_modules/prisma/package.json"), "utf8");
  return hashSchema([...(await readSchema()), { path: "prisma/package.json", content: manifest }]);
}

async function isFresh(stamp: string): Promise<boolean> {
  if (!existsSync(generated) || !existsSync(stampFile)) return false;
  return (await readFile(stampFile, "utf8")) === stamp;
}

/** Generates the Prisma client from prisma/schema. Throws with the generator's own words when the schema is wrong. */
export async function generateClient(): Promise<void> {
  const args = [inCheckout("node_modules/prisma/build/index.js"), "generate", "--no-hints"];
  // `generate` does not run the schema engine, but looks for one and would download it. Any existing file satisfies it.
  const env = {
    ...inheritedEnv(),
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const child = spawn(process.execPath, args, { cwd: checkout, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`prisma generate failed:\n${said.trim()}`);
  await writeFile(stampFile, await expectedStamp());
}

/** Generates the Prisma client if the schema or Prisma's version has changed; says whether it did. */
export async function ensureClient(): Promise<boolean> {
  if (await isFresh(await expectedStamp())) return false;
  await generateClient();
  return true;
}
