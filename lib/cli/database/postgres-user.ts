import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** The user under which PostgreSQL runs when it may not run as the user who typed the command (root). */
export type SystemUser = { name: string; uid: number; gid: number };

function findUser(name: string): SystemUser | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

/**
 * The user for PostgreSQL, which refuses to run as root: `postgres`, created if missing, else `nobody`. Undefined when
 * the present user will do. Source: /etc/passwd.
 */
export function findPostgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = findUser("postgres");
  if (known) return known;
  try {
    const shell = ["--no-create-home", "--shell", "/bin/false"];
    execFileSync("useradd", ["--system", "--user-group", ...shell, "postgres"], { stdio: "ignore" });
  } catch {
    // No useradd here (a minimal image): `nobody` exists everywhere.
  }
  return findUser("postgres") ?? findUser("nobody");
}

function mayPass(folder: string, user: SystemUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === user.gid ? 0o010 : 0o001)) !== 0;
}

/**
 * The outermost folder on the path to a folder (itself included) that this user may not enter; undefined when there is
 * none.
 */
export function findClosedFolder(folder: string, user: SystemUser | undefined): string | undefined {
  if (!user) return undefined;
  const way: string[] = [];
  for (let at = path.resolve(folder); at !== path.dirname(at); at = path.dirname(at)) way.unshift(at);
  return way.find((step) => !mayPass(step, user));
}

/** Makes a folder that every user may enter (not list), whatever the umask; an existing one stays as it is. */
export function makePassableFolder(folder: string): void {
  const before = process.umask(0o066);
  mkdirSync(folder, { recursive: true });
  process.umask(before);
}
