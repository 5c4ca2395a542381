import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { ensureClient } from "#lib/cli/database/client.ts";
import { PlainFailure } from "#lib/cli/failure.ts";
import { checkout, inCheckout } from "#lib/cli/paths.ts";
import { secretNames } from "#lib/cli/settings.ts";
import { step } from "#lib/cli/stack/progress.ts";
import { inheritedEnv } from "#lib/core/env.ts";

const folders = ["app", "components", "lib", "public"];
const notBuilt = ["lib/cli/", "lib/core/generated/"];
const files = ["instrumentation.ts", "next.config.ts", "package-lock.json", "package.json", "tsconfig.json"];
const stampFile = inCheckout(".next/hosho-sources.sha256");

async function listSources(): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(inCheckout(folder), { recursive: true, withFileTypes: true }).catch(
        () => [],
      );
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(checkout, path.join(entry.parentPath, entry.name)));
    }),
  );
  const sources = [...found.flat(), ...files].map((file) => file.replaceAll(path.sep, "/"));
  return sources.filter((file) => !notBuilt.some((folder) => file.startsWith(folder))).sort();
}

/** A SHA-256 (hex) over everything that goes into the pages, which tells whether the last build is stale. */
export async function hashSources(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of await listSources()) {
    const content = await readFile(inCheckout(file)).catch(() => undefined);
    if (content) hash.update(`${file}\0${content.length}\0`).update(content);
  }
  // The generated database client is left out above; the schema stands for it.
  for (const name of (await readdir(inCheckout("prisma/schema")).catch(() => [])).sort())
    hash.update(name).update(await readFile(inCheckout("prisma/schema", name)));
  return hash.digest("hex");
}

/** Whether the pages have to be built. */
export async function isBuildStale(hash: string): Promise<boolean> {
  if (!existsSync(inCheckout(".next/BUILD_ID")) || !existsSync(stampFile)) return true;
  return (await readFile(stampFile, "utf8")) !== hash;
}

// Blank instead of absent, because Next would fill them in from .env, and a page drawn at build time must not keep a
// value of the machine that built it.
const blank = Object.fromEntries(
  [
    "DATABASE_URL",
    "DATABASE_APP_URL",
    "SMTP_URL",
    "MAIL_FROM",
    "CLAMD_URL",
    "APP_URL",
    "DATA_DIR",
    "DEMO",
    ...secretNames,
  ].map((name) => [name, ""]),
);

/**
 * Builds the pages (`next build`) and records from which sources. `actionsKey` keeps the names of server actions the
 * same from build to build, so that a page opened before still posts. Throws with Next's own words. The signal ends it.
 */
export async function buildPages(hash: string, actionsKey: string, signal: AbortSignal): Promise<void> {
  await rm(stampFile, { force: true });
  const child = spawn(process.execPath, [inCheckout("node_modules/next/dist/bin/next"), "build"], {
    cwd: checkout,
    env: {
      ...inheritedEnv(),
      ...blank,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
    },
    signal,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (/ENOSPC|No space left/i.test(said)) throw new PlainFailure("No disk space left to build the pages.");
  if (code !== 0) throw new PlainFailure(`The pages could not be built (next build):\n${said.trim()}`);
  await writeFile(stampFile, hash);
}

/** Builds the pages if they are stale, for tests and benches; needs no service and no secret. */
export async function ensureBuild(signal = new AbortController().signal): Promise<void> {
  await ensureClient();
  const hash = await hashSources();
  if (!(await isBuildStale(hash))) return;
  await step("Building the pages (once after each change; up to a minute)", () =>
    buildPages(hash, "", signal),
  );
}
