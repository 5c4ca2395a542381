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

/** A transaction that sees what its scope may see. A query asks for the scope it needs, so a wrong one does not compile. */
export type Tx<S extends Scope = Scope> = Prisma.TransactionClient & { readonly [scopeOf]?: S };

let client: PrismaClient | undefined;

function database(): PrismaClient {
  client ??= openDatabase(env().databaseAppUrl);
  return client;
}

// Row-level security made the planning of a statement dearer than its work: pages that are asked for all day have
// their statements planned once per connection. Writes of many rows have a text for every number of rows.
const mostNamedArguments = 60;
const nameOfStatement = ({ sql, args }: { sql: string; args: unknown[] }) =>
  args.length > mostNamedArguments ? "" : hash("sha1", sql, "base64url");

/**
 * A client on a database, ten connections, statements of at most 10 s, prepared under a name that follows from their
 * text (a pooler in transaction mode must know prepared statements: docs/operations.md). Tests and benches open their own.
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

/** Makes every following inScope() use another client; the tests' way to another database. Returns the way back. */
export function useDatabase(other: PrismaClient): () => void {
  const before = client;
  client = other;
  return () => {
    client = before;
  };
}

/** Closes the pool (end of a process). */
export async function closeDatabase(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}

/**
 * Runs `work` in one transaction that sees what the scope's party may see: the context for row-level security is set
 * for this transaction alone. Call it once per request and pass the transaction on. Throws what `work` throws, after
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
 * One statement without a transaction and without a scope, for a function of the database that sets its own (the
 * session behind a cookie): one way there and back.
 */
export async function askDatabase<T>(statement: Prisma.Sql): Promise<T[]> {
  return database().$queryRaw<T[]>(statement);
}

/**
 * Start-up check: the login of web and worker must own no table, be no superuser and bypass no policy, else row-level
 * security would guard nothing.
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

/** Whether the database answers; for the readiness probe. */
export async function pingDatabase(): Promise<boolean> {
  try {
    await database().$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
