import { hash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "./env.ts";
import { type Prisma, PrismaClient } from "./generated/prisma/client.ts";

export type { Prisma } from "./generated/prisma/client.ts";

/** Who acts, as far as the database must know: row-level security reads `party` and `partyId`, the audit the rest. */
export type Scope<Party extends string = string> = {
  readonly party: Party;
  /** Company, branch or obligee; null where the party has no tenant. */
  readonly partyId: string | null;
  readonly actorId: string | null;
  readonly actorName: string;
};

declare const scopeOf: unique symbol;

/**
 * A transaction that sees what its scope may see. A query names the scope it needs, so passing another does not
 * compile.
 */
export type Tx<S extends Scope = Scope> = Prisma.TransactionClient & { readonly [scopeOf]?: S };

let client: PrismaClient | undefined;

function database(): PrismaClient {
  client ??= openDatabase(env().databaseAppUrl);
  return client;
}

// Under row-level security, planning a statement cost more than running it, so statements that pages use all day are
// planned once per connection. Inserts of many rows differ in text by their number of rows and are not kept.
const mostNamedArguments = 60;
const nameOfStatement = ({ sql, args }: { sql: string; args: unknown[] }) =>
  args.length > mostNamedArguments ? "" : hash("sha1", sql, "base64url");

/**
 * A database client with ten connections and a limit of 10 s per statement. Statements are prepared under a name that
 * follows from their text, so a pooler in transaction mode must know prepared statements (docs/operations.md). Tests
 * and benches open clients of their own.
 */
export function openDatabase(url: string, connections = 10): PrismaClient {
  const connection = {
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    options: "-c statement_timeout=10000 -c lock_timeout=8000 -c idle_in_transaction_session_timeout=15000",
  };
  return new PrismaClient({
    adapter: new PrismaPg(connection, { statementNameGenerator: nameOfStatement }),
  });
}

/** Makes every later inScope() use another client, and returns a function that undoes it; for tests. */
export function useDatabase(other: PrismaClient): () => void {
  const before = client;
  client = other;
  return () => {
    client = before;
  };
}

/** Closes the pool, at the end of a process. */
export async function closeDatabase(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}

/**
 * Runs `work` in one transaction that sees what the scope's party may see; the context for row-level security holds for
 * this transaction alone. Call it once per request and pass the transaction on. Throws what `work` throws, after
 * rolling back.
 */
export async function inScope<S extends Scope, T>(scope: S, work: (tx: Tx<S>) => Promise<T>): Promise<T> {
  return database().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.party', ${scope.party}, true), set_config('app.party_id', ${scope.partyId ?? ""}, true)`;
      return work(tx);
    },
    { maxWait: 15_000, timeout: 15_000 },
  );
}

/**
 * Runs one statement without transaction and scope, in a single round trip: for a database function that sets its own
 * scope, as the one that finds the session behind a cookie.
 */
export async function askDatabase<T>(statement: Prisma.Sql): Promise<T[]> {
  return database().$queryRaw<T[]>(statement);
}

/**
 * Checks at start-up that the login of web and worker owns no table, is no superuser and bypasses no policy; otherwise
 * row-level security would protect nothing.
 * @throws Error with the reason.
 */
export async function assertUnprivilegedLogin(): Promise<void> {
  const [login] = await database().$queryRaw<{ name: string; free: boolean; owned: bigint }[]>`
    SELECT current_user::text AS name, (rolsuper OR rolbypassrls) AS free,
      (SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relowner = r.oid) AS owned
    FROM pg_roles r WHERE rolname = current_user`;
  if (!login || login.free || login.owned > 0n)
    throw new Error(
      `the login ${login?.name ?? "?"} bypasses row-level security (superuser, BYPASSRLS or owner of tables); give DATABASE_APP_URL an unprivileged one`,
    );
}

/** Whether the database answers, for the readiness probe. */
export async function pingDatabase(): Promise<boolean> {
  try {
    await database().$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
