import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { findClosedFolder, makePassableFolder } from "#lib/cli/database/postgres-user.ts";
import { inCheckout } from "#lib/cli/paths.ts";

function bootstrap(version: string, ...args: string[]) {
  const disguise = `Object.defineProperty(process.versions, "node", { value: "${version}" })`;
  const flags = ["--import", `data:text/javascript,${encodeURIComponent(disguise)}`];
  const result = spawnSync(process.execPath, [...flags, inCheckout("lib/cli/bootstrap.mjs"), ...args], {
    encoding: "utf8",
  });
  return { code: result.status, said: result.stderr };
}

describe("The bootstrap", () => {
  test.each(["18.20.0", "20.18.3"])("refuses Node %s plainly", (version) => {
    const { code, said } = bootstrap(version, "start");
    expect(code).toBe(1);
    expect(said).toBe(`Node ${version} is too old: 20.19 or newer is needed (https://nodejs.org/).\n`);
  });

  test.each(["", "no-such-command", "../core/env"])("refuses the command %j", (command) => {
    const { code, said } = bootstrap("20.19.0", command);
    expect(code).toBe(1);
    expect(said).toBe(`There is no command "${command}".\n`);
  });

  test("passes arguments and the exit code of a command", () => {
    const { code, said } = bootstrap("20.19.0", "migrate", "nonsense");
    expect(code).toBe(1);
    expect(said).toContain("npm run migrate -- deploy | status");
  });
});

describe("A folder for PostgreSQL's user", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "hosho-folder-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const stranger = { name: "stranger", uid: 65_533, gid: 65_533 };

  test("is closed when others may not pass a folder on the way, and that folder is named", () => {
    chmodSync(folder, 0o700);
    mkdirSync(path.join(folder, "inner"), { recursive: true, mode: 0o755 });
    expect(findClosedFolder(path.join(folder, "inner"), stranger)).toBe(folder);
  });

  test("is open when they may, or when PostgreSQL runs as the present user", () => {
    chmodSync(folder, 0o711);
    expect(findClosedFolder(path.join(folder, "inner"), stranger)).toBeUndefined();
    chmodSync(folder, 0o700);
    expect(findClosedFolder(path.join(folder, "inner"), undefined)).toBeUndefined();
  });

  test("is made passable whatever the umask", () => {
    chmodSync(folder, 0o711);
    const before = process.umask(0o077);
    makePassableFolder(path.join(folder, "made", "deeper"));
    process.umask(before);
    expect(findClosedFolder(path.join(folder, "made", "deeper"), stranger)).toBeUndefined();
  });
});
