import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { PlainFailure } from "#lib/cli/failure.ts";
import { checkout, inCheckout } from "#lib/cli/paths.ts";

const folders = ["app", "components", "lib", "public"];
const notBuilt = ["lib/cli/", "lib/core/generated/"];
const files = [
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
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

/** A SHA-256 (hex) over everything that goes into the pages, to tell whether the last build is stale. */
export async function hashSources(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of await listSources()) {
    const content = await readFile(inCheckout(file)).catch(() => undefined);
    if (content) hash.update(`${file}\0${content.length}\0`).update(content);
  }
  // Left out above, since it is written by a tool: the schema stands for the generated database client.
  for (const name of (await readdir(inCheckout("prisma/schema")).catch(() => [])).sort())
    hash.update(name).update(await readFile(inCheckout("prisma/schema", name)));
  return hash.digest("hex");
}

/** Whether the pages have to be built. */
export async function isBuildStale(hash: string): Promise<boolean> {
  if (!existsSync(inCheckout(".next/BUILD_ID")) || !existsSync(stampFile)) return true;
  return (await readFile(stampFile, "utf8")) !== hash;
}

/**
 * Builds the pages (`next build`) with these variables and notes from which sources. Throws with Next's own words. The
 * signal ends it.
 */
export async function buildPages(hash: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  await rm(stampFile, { force: true });
  const child = spawn(process.execPath, [inCheckout("node_modules/next/dist/bin/next"), "build"], {
    cwd: checkout,
    env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
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
