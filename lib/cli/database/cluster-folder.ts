import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { shelf } from "#lib/cli/database/postgres-binaries.ts";
import { findClosedFolder, makePassableFolder, type SystemUser } from "#lib/cli/database/postgres-user.ts";
import { PlainFailure } from "#lib/cli/failure.ts";

function makeOwned(folder: string, user: SystemUser | undefined): void {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
}

function elsewhere(dataDir: string): string {
  const pointer = path.join(dataDir, "postgres.location");
  if (existsSync(pointer)) return readFileSync(pointer, "utf8").trim();
  // A random name: when a DATA_DIR was deleted and made again, it must not find its old database.
  const folder = path.join(shelf, randomBytes(6).toString("hex"));
  writeFileSync(pointer, `${folder}\n`);
  return folder;
}

/**
 * Prepares the folder of the embedded database under DATA_DIR, owned by PostgreSQL's user. When that user cannot get
 * there (root in a closed home), the database is kept on the shelf and `postgres.location` says where.
 */
export function prepareClusterFolder(dataDir: string, user: SystemUser | undefined): string {
  makePassableFolder(dataDir);
  const closed = findClosedFolder(dataDir, user);
  if (closed === undefined) {
    const folder = path.join(dataDir, "postgres");
    makeOwned(folder, user);
    return folder;
  }
  const folder = elsewhere(dataDir);
  try {
    makePassableFolder(path.dirname(folder));
    makeOwned(folder, user);
  } catch (cause) {
    throw new PlainFailure(
      `The database's user "${user?.name}" cannot reach ${dataDir}, because ${closed} is closed to others, and ` +
        `${folder} cannot be made instead. Set DATA_DIR to a folder that others may pass, or start as a user other than root.`,
      { cause },
    );
  }
  if (!existsSync(path.join(folder, "PG_VERSION")))
    console.log(
      `${closed} is closed to the database's user "${user?.name}": the database is kept in ${folder}.`,
    );
  return folder;
}
