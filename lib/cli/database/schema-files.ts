import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { SchemaFile } from "#lib/cli/database/schema-engine.ts";
import { checkout } from "#lib/cli/paths.ts";

const run = promisify(execFile);
const folder = "prisma/schema";
const migrations = "prisma/migrations";

async function git(...args: string[]): Promise<string> {
  const { stdout } = await run("git", args, { cwd: checkout, maxBuffer: 16 * 1024 * 1024 });
  return stdout.trim();
}

/** The Prisma schema as it stands on disk, one entry per noun, in the order of their names. */
export async function readSchema(): Promise<SchemaFile[]> {
  const names = (await readdir(path.join(checkout, folder)))
    .filter((name) => name.endsWith(".prisma"))
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      path: `${folder}/${name}`,
      content: await readFile(path.join(checkout, folder, name), "utf8"),
    })),
  );
}

/** The Prisma schema at the commit that last touched the migrations; empty when there is none yet. Source: git. */
export async function readMigratedSchema(): Promise<SchemaFile[]> {
  const commit = await git("log", "-1", "--format=%H", "--", migrations);
  if (commit === "") return [];
  const listed = await git("ls-tree", "--name-only", commit, `${folder}/`);
  const paths = listed.split("\n").filter((name) => name.endsWith(".prisma"));
  return Promise.all(
    paths.map(async (file) => ({ path: file, content: await git("show", `${commit}:${file}`) })),
  );
}

/** A SHA-256 (hex) over the schema's paths and texts, which tells whether generated files are stale. */
export function hashSchema(files: SchemaFile[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file.path}\0${file.content}\0`);
  return hash.digest("hex");
}
