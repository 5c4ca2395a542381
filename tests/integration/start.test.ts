import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { ensureBuild } from "#lib/cli/stack/build.ts";
import { isAlive, markProcess, type ProcessMark } from "#lib/cli/stack/processes.ts";
import { awaitReady, launchStack, makeDataDir, removeDataDir, type TestStack } from "#tests/support/stack.ts";

const mark = z.object({ pid: z.number(), since: z.string() });
const runFile = z.object({ start: mark, parts: z.record(z.string(), mark) });
const readyMs = 60_000;

let dataDir: string;
let stack: TestStack;

function database(): ProcessMark {
  const note = path.join(dataDir, "postgres/cluster/postmaster.pid");
  // It is absent for a moment while PostgreSQL restarts.
  const pid = existsSync(note) ? Number(readFileSync(note, "utf8").split("\n")[0]) : 0;
  return markProcess(pid) ?? { pid, since: "" };
}

/** Every process of the running system: the start, its parts, PostgreSQL. */
function processes(): Record<string, ProcessMark> {
  const run = runFile.parse(JSON.parse(readFileSync(path.join(dataDir, "run.json"), "utf8")));
  return { start: run.start, ...run.parts, database: database() };
}

function livingOf(marks: Record<string, ProcessMark>): string[] {
  return Object.keys(marks).filter((name) => marks[name] && isAlive(marks[name]));
}

async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patienceMs: number,
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain: ${what}\n${stack.output()}`);
    await sleep(100);
  }
}

async function isReady(): Promise<boolean> {
  const answer = await fetch(`${stack.url}/api/health/ready`).catch(() => undefined);
  return answer?.status === 200;
}

function kill(marks: Record<string, ProcessMark>, name: string): void {
  const pid = marks[name]?.pid;
  if (pid === undefined) throw new Error(`There is no ${name}.`);
  process.kill(pid, "SIGKILL");
}

beforeAll(async () => {
  await ensureBuild();
  dataDir = makeDataDir();
  stack = await launchStack({ DATA_DIR: dataDir });
  await awaitReady(stack, readyMs);
}, 240_000);

afterAll(async () => {
  await stack.stop();
  removeDataDir(dataDir);
});

// The order matters: each test continues with the system that the one before has left.
describe("npm start", { timeout: 150_000 }, () => {
  test("says the address and the demo logins when it is ready", () => {
    expect(stack.output()).toContain(`ready ${stack.url}\n`);
    expect(stack.output()).toContain("contractor@demo.example");
    expect(Object.keys(processes()).sort()).toEqual(["database", "mailbox", "start", "web", "worker"]);
  });

  test("hands web and worker the unprivileged login alone, never the owner's address", () => {
    for (const name of ["web", "worker"]) {
      const variables = readFileSync(`/proc/${processes()[name]?.pid}/environ`, "utf8").split("\0");
      expect(variables).toContain("DATABASE_URL=");
      expect(variables.find((entry) => entry.startsWith("DATABASE_APP_URL="))).toContain("//hosho_app:");
      expect(variables.filter((entry) => entry.includes("hosho_owner"))).toEqual([]);
    }
  });

  test("keeps its secrets from other users", () => {
    expect(statSync(path.join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  test("says plainly that the same DATA_DIR is in use", async () => {
    const second = await launchStack({ DATA_DIR: dataDir });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Already running at ${stack.url}`);
    expect(await isReady()).toBe(true);
  });

  test("says plainly that the port is taken", async () => {
    const other = makeDataDir();
    const second = await launchStack({ DATA_DIR: other, PORT: new URL(stack.url).port });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${new URL(stack.url).port} is taken`);
    removeDataDir(other);
  });

  test("starts web and worker again when they are killed, and PostgreSQL on the same port", async () => {
    const before = processes();
    for (const name of ["web", "worker", "database"]) kill(before, name);
    await until(
      "all three are new",
      async () => {
        const marks = processes();
        const changed = ["web", "worker", "database"].every(
          (name) => marks[name]?.since !== before[name]?.since,
        );
        return changed && livingOf(marks).length === 5 && (await isReady());
      },
      60_000,
    );
  });

  test("after a kill -9 of the start, its parts end by themselves and the next start takes over", async () => {
    const before = processes();
    kill(before, "start");
    await stack.ended;
    const port = new URL(stack.url).port;
    stack = await launchStack({ DATA_DIR: dataDir, PORT: port });
    await awaitReady(stack, readyMs);
    expect(livingOf(before)).toEqual([]);
    expect(livingOf(processes()).length).toBe(5);
  });

  test("takes over as well when every process was killed at once, as by a power cut", async () => {
    const before = processes();
    for (const name of Object.keys(before)) kill(before, name);
    await stack.ended;
    stack = await launchStack({ DATA_DIR: dataDir, PORT: new URL(stack.url).port });
    await awaitReady(stack, readyMs);
  });

  test("stops everything on SIGTERM and ends with 0", async () => {
    const before = processes();
    expect(livingOf(before).length).toBe(5);
    expect(await stack.stop()).toBe(0);
    expect(livingOf(before)).toEqual([]);
    expect(existsSync(path.join(dataDir, "run.json"))).toBe(false);
  });

  test("with NODE_ENV=production lists every missing value and starts nothing", async () => {
    const other = makeDataDir();
    const refused = await launchStack({ DATA_DIR: other, NODE_ENV: "production", AUTH_SECRET: "changeme" });
    expect(await refused.ended).toBe(1);
    for (const name of [
      "DATABASE_URL is missing",
      "SMTP_URL is missing",
      "MAIL_FROM is missing",
      "APP_URL is missing",
      "AUTH_SECRET is weak",
      "KEY_PEPPERS is missing",
      "KEY_CIPHERS is missing",
      "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is missing",
    ])
      expect(refused.output()).toContain(name);
    expect(existsSync(path.join(other, "postgres"))).toBe(false);
    removeDataDir(other);
  });
});
