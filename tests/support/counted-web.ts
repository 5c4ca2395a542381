import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checkout } from "#lib/cli/paths.ts";
import { findFreePort } from "#lib/cli/stack/ports.ts";
import { type StatementCount, startStatementCounter } from "./statement-counter.ts";

/** A web server whose statements are counted. */
export type CountedWeb = {
  url: string;
  /**
   * What one GET of a page asks of the database: the minimum of three, after two that fill the process's caches. Throws
   * when the page does not answer 200.
   */
  count(path: string, cookie: string): Promise<StatementCount>;
  close(): Promise<void>;
};

/** Starts a second web server on a running system's database, with its environment and a counter in between. */
export async function startCountedWeb(variables: Readonly<Record<string, string>>): Promise<CountedWeb> {
  const counter = await startStatementCounter(variables.DATABASE_APP_URL ?? "");
  const port = String(await findFreePort());
  const url = `http://127.0.0.1:${port}`;
  const web = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", path.join(checkout, "lib/cli/web.ts")],
    {
      cwd: checkout,
      env: {
        ...process.env,
        ...variables,
        NODE_ENV: "production",
        DATABASE_APP_URL: counter.url,
        APP_URL: url,
        PORT: port,
      },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  const ended = once(web, "exit");
  const deadline = performance.now() + 60_000;
  while (!(await fetch(`${url}/api/health/ready`).catch(() => null))?.ok) {
    if (web.exitCode !== null || performance.now() > deadline)
      throw new Error("The counted web server did not come up.");
    await sleep(100);
  }
  const ask = async (where: string, cookie: string) => {
    const answer = await fetch(new URL(new URL(where, url).pathname + new URL(where, url).search, url), {
      headers: { cookie },
      redirect: "manual",
    });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${where} answered ${answer.status}.`);
    return counter.take();
  };
  return {
    url,
    async count(where, cookie) {
      for (let index = 0; index < 2; index += 1) await ask(where, cookie);
      const counts: StatementCount[] = [];
      for (let index = 0; index < 3; index += 1) counts.push(await ask(where, cookie));
      return counts.reduce((least, count) => (count.statements < least.statements ? count : least));
    },
    async close() {
      web.kill("SIGTERM");
      await ended;
      await counter.close();
    },
  };
}
