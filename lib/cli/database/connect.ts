import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { PlainFailure } from "#lib/cli/failure.ts";

/** Opens one connection while `use` runs; connecting may take 10 s. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // When the server goes away between two statements, the next statement must fail, not the process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

// 28*: the password is wrong; 3D000: no such database. Waiting helps with neither.
function isFinal(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code.startsWith("28") || code === "3D000";
}

/** Whether a server answers, even if only to reject the password; that is for `awaitDatabase` to report. */
export async function isReachable(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query("SELECT 1"));
    return true;
  } catch (error) {
    return isFinal(error);
  }
}

/**
 * Waits until a database answers, at most `patienceMs`, and returns its version (150004 is 15.4).
 * Throws a plain failure that names the server, never the password.
 */
export async function awaitDatabase(url: string, patienceMs: number): Promise<number> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return await withClient(url, async (client) => {
        const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
        return Number(rows[0]?.server_version_num);
      });
    } catch (cause) {
      if (isFinal(cause) || performance.now() > deadline) {
        const { hostname, port, pathname, username } = new URL(url);
        throw new PlainFailure(
          `The database ${hostname}:${port || 5432}${pathname} is unreachable as "${username}": ${wordsOf(cause)}.`,
        );
      }
    }
    await sleep(200);
  }
}
