import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "#lib/cli/database/connect.ts";
import { readMigrationStatus } from "#lib/cli/database/migrations.ts";
import {
  appRole,
  assertBoundByPolicies,
  ensureAppRole,
  grantToApp,
  withLogin,
} from "#lib/cli/database/roles.ts";
import { bringUpToDate } from "#lib/cli/stack/database.ts";
import { cloneDatabase } from "#tests/support/services.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

function refusalOf(url: string, sql: string): Promise<string | undefined> {
  return withClient(url, async (client) => {
    try {
      await client.query(sql);
      return undefined;
    } catch (error) {
      return error instanceof pg.DatabaseError ? error.code : String(error);
    }
  });
}

describe("The two logins of a database", () => {
  test("the owner of the test databases is no superuser and bypasses no policy, like an owner elsewhere", async () => {
    const { rows } = await withClient(database.ownerUrl, (client) =>
      client.query("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"),
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });

  test("the application's login is accepted because policies bind it, the owner's is refused by name", async () => {
    await expect(assertBoundByPolicies(database.appUrl)).resolves.toBeUndefined();
    await expect(assertBoundByPolicies(database.ownerUrl)).rejects.toThrow('"hosho_owner" of web and worker');
  });

  test("the application's login cannot change, remove or truncate what is append-only", async () => {
    for (const sql of [
      "UPDATE audit_events SET event = 'x'",
      "DELETE FROM audit_events",
      "TRUNCATE audit_events",
      "DELETE FROM certificates",
    ])
      expect(await refusalOf(database.appUrl, sql), sql).toBe("42501");
    expect(await refusalOf(database.appUrl, "UPDATE users SET name = name")).toBeUndefined();
  });

  test("the application's login cannot change the structure, nor write the list of migrations", async () => {
    for (const sql of [
      "CREATE TABLE mine (id int)",
      "ALTER TABLE users DISABLE ROW LEVEL SECURITY",
      "DROP POLICY system ON users",
      "DELETE FROM _prisma_migrations",
      "SET ROLE hosho_owner",
    ])
      expect(await refusalOf(database.appUrl, sql), sql).toBe("42501");
    expect(await refusalOf(database.appUrl, "SELECT 1 FROM _prisma_migrations")).toBeUndefined();
  });

  test("a table that becomes append-only loses what an earlier start granted", async () => {
    await withClient(database.ownerUrl, async (client) => {
      await client.query("CREATE TABLE ledger (id int)");
    });
    await grantToApp(database.ownerUrl, appRole);
    expect(await refusalOf(database.appUrl, "DELETE FROM ledger")).toBeUndefined();
    await withClient(database.ownerUrl, (client) =>
      client.query(
        "CREATE TRIGGER append_only BEFORE DELETE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
      ),
    );
    await grantToApp(database.ownerUrl, appRole);
    expect(await refusalOf(database.appUrl, "DELETE FROM ledger")).toBe("42501");
  });

  test("an owner who may not make logins is asked to set DATABASE_APP_URL", async () => {
    await withClient(database.ownerUrl, (client) => client.query("CREATE ROLE powerless LOGIN PASSWORD 'p'"));
    const powerless = withLogin(database.ownerUrl, "powerless", "p");
    await expect(ensureAppRole(powerless, "x")).rejects.toThrow("DATABASE_APP_URL");
    await withClient(database.ownerUrl, (client) => client.query("DROP ROLE powerless"));
  });

  test("bringing a database up to date twice, and at the same time, changes nothing more", async () => {
    const both = await Promise.all([bringUpToDate(database, false), bringUpToDate(database, false)]);
    expect(both).toEqual([[], []]);
    expect(await readMigrationStatus(database.ownerUrl)).toEqual({
      pending: [],
      unknown: [],
      edited: [],
      failed: [],
    });
  });
});
