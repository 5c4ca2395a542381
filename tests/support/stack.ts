import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checkout } from "#lib/cli/paths.ts";
import { findFreePort } from "#lib/cli/stack/ports.ts";

/** A complete system (`npm start`) for a test, with its own port, database, mails and secrets. */
export type TestStack = {
  url: string;
  dataDir: string;
  mailboxDir: string;
  start: ChildProcess;
  /** Its output so far. */
  output(): string;
  /** The exit code once it has ended, by itself or by a signal. */
  ended: Promise<number | null>;
  /** Stops it (SIGTERM) and waits until it has ended. The DATA_DIR stays. */
  stop(): Promise<number | null>;
};

// Blank instead of absent, so that an .env file in the checkout cannot influence a test.
const unset = {
  NODE_ENV: "",
  DATABASE_URL: "",
  DATABASE_APP_URL: "",
  SMTP_URL: "",
  MAIL_FROM: "",
  CLAMD_URL: "",
  APP_URL: "",
  HOST: "",
  DEMO: "",
  TRUST_PROXY: "",
  AUTH_SECRET: "",
  KEY_PEPPERS: "",
  KEY_CIPHERS: "",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "",
  HOSHO_CALLERS: "",
};

/** A folder for a system's data that PostgreSQL's user can enter, even when the tests run as root. */
export function makeDataDir(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "hosho-stack-"));
  chmodSync(folder, 0o711);
  return folder;
}

/** Deletes a DATA_DIR, and the database if that had to be kept elsewhere. */
export function removeDataDir(dataDir: string): void {
  try {
    rmSync(readFileSync(path.join(dataDir, "postgres.location"), "utf8").trim(), {
      recursive: true,
      force: true,
    });
  } catch {
    // Usually the database is inside.
  }
  rmSync(dataDir, { recursive: true, force: true });
}

/** Starts a system and returns at once; `awaitReady` waits for it. */
export async function launchStack(variables: {
  DATA_DIR: string;
  [name: string]: string;
}): Promise<TestStack> {
  const PORT = variables.PORT ?? String(await findFreePort());
  const start = spawn(
    process.execPath,
    [
      "--conditions=react-server",
      "--disable-warning=ExperimentalWarning",
      path.join(checkout, "lib/cli/start.ts"),
    ],
    {
      cwd: checkout,
      env: { ...process.env, ...unset, ...variables, PORT } as NodeJS.ProcessEnv,
      // The channel breaks when the test run is killed, and the system stops by itself.
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  let said = "";
  for (const stream of [start.stdout, start.stderr])
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = once(start, "exit").then(([code]: (number | null)[]) => code ?? null);
  return {
    url: `http://127.0.0.1:${PORT}`,
    dataDir: variables.DATA_DIR,
    mailboxDir: path.join(variables.DATA_DIR, "mailbox"),
    start,
    output: () => said,
    ended,
    stop: () => {
      start.kill("SIGTERM");
      return ended;
    },
  };
}

/** Waits until a system reports that it is ready; throws with its output when it ends or takes too long. */
export async function awaitReady(stack: TestStack, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!stack.output().includes(`ready ${stack.url}`)) {
    if (stack.start.exitCode !== null || stack.start.signalCode !== null || performance.now() > deadline)
      throw new Error(`The system did not get ready:\n${stack.output()}`);
    await sleep(100);
  }
}
