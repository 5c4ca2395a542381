import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withClient } from "#lib/cli/database/connect.ts";
import { deployMigrations, diffSchema } from "#lib/cli/database/migrations.ts";
import { readSchema } from "#lib/cli/database/schema-files.ts";
import { inCheckout } from "#lib/cli/paths.ts";
import { cloneDatabase } from "#tests/support/services.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "hosho-migrations-"));
  database = await cloneDatabase();
  // An empty database of the same owner, as the first migration finds it.
  await withClient(database.ownerUrl, (client) =>
    client.query("DROP SCHEMA public CASCADE; DROP SCHEMA pgboss CASCADE; CREATE SCHEMA public"),
  );
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function migration(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

function rows(sql: string): Promise<unknown[]> {
  return withClient(database.ownerUrl, async (client) => (await client.query(sql)).rows);
}

describe("A migration", () => {
  test("may hold semicolons in comments, texts and function bodies", async () => {
    migration(
      "1_first",
      `-- One thing; and another.
      CREATE TABLE notes (body text DEFAULT 'a;b');
      CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;
      INSERT INTO notes DEFAULT VALUES;`,
    );
    expect(await deployMigrations(database.ownerUrl, folder)).toEqual(["1_first"]);
    expect(await rows("SELECT body, two() FROM notes")).toEqual([{ body: "a;b", two: 2 }]);
  });

  test("that fails half-way says PostgreSQL's words, leaves nothing behind and runs once it is mended", async () => {
    migration("1_first", "CREATE TABLE kept (id int);");
    migration("2_second", "CREATE TABLE halfway (id int); SELECT no_such_column FROM kept;");
    await expect(deployMigrations(database.ownerUrl, folder)).rejects.toThrow("no_such_column");
    expect(
      await rows("SELECT to_regclass('kept')::text AS kept, to_regclass('halfway')::text AS halfway"),
    ).toEqual([{ kept: "kept", halfway: null }]);
    migration("2_second", "CREATE TABLE halfway (id int);");
    expect(await deployMigrations(database.ownerUrl, folder)).toEqual(["2_second"]);
  });

  test("that a killed start had begun is begun again", async () => {
    migration("1_first", "CREATE TABLE kept (id int);");
    await deployMigrations(database.ownerUrl, folder);
    await rows(`INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at)
      VALUES (gen_random_uuid()::text, 'x', '2_second', now())`);
    migration("2_second", "CREATE TABLE later (id int);");
    expect(await deployMigrations(database.ownerUrl, folder)).toEqual(["2_second"]);
  });

  test("is applied once, however often it is deployed", async () => {
    migration("1_first", "CREATE TABLE kept (id int);");
    await deployMigrations(database.ownerUrl, folder);
    expect(await deployMigrations(database.ownerUrl, folder)).toEqual([]);
  });
});

describe("The difference of two schemas", () => {
  test("is the SQL that leads from one to the other, and nothing when they are the same", async () => {
    const [base] = (await readSchema()).filter((file) => file.content.includes("datasource"));
    if (!base) throw new Error("No file of the schema has the datasource.");
    const before = { path: "a.prisma", content: "model Note {\n id Int @id\n}" };
    const after = { path: "a.prisma", content: "model Note {\n id Int @id\n body String?\n}" };
    const sql = await diffSchema([base, before], [base, after]);
    expect(sql).toContain('ALTER TABLE "Note" ADD COLUMN     "body" TEXT');
    expect(await diffSchema([base, after], [base, after])).toBe("");
    expect(await diffSchema([], [base, before])).toContain('CREATE TABLE "Note"');
  });
});

describe("A lookup that is older than key versions", () => {
  test("gets the key version of its time, and its notice's topic the key of the first lookup", async () => {
    const all = await readdir(inCheckout("prisma/migrations"));
    const [mine] = all.filter((name) => name.endsWith("_looks_know_their_key"));
    for (const name of all.filter((earlier) => mine && earlier < mine))
      cpSync(inCheckout(`prisma/migrations/${name}`), path.join(folder, name), { recursive: true });
    await deployMigrations(database.ownerUrl, folder);
    const id = (n: number) => `'00000000-0000-7000-8000-00000000000${n}'::uuid`;
    // Only these rows matter; the records they refer to do not exist here.
    await rows(`
      ALTER TABLE verification_keys DROP CONSTRAINT verification_keys_guarantee_id_fkey, NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE verifications NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE notices DROP CONSTRAINT notices_guarantee_id_fkey, DROP CONSTRAINT notices_application_id_fkey,
        NO FORCE ROW LEVEL SECURITY;
      INSERT INTO verification_keys (id, guarantee_id, version, verifier, verifier_key_id, ciphertext, cipher_key_id, created_at)
        VALUES (${id(1)}, ${id(9)}, 1, '', '', '', '', '2026-04-01'), (${id(2)}, ${id(9)}, 2, '', '', '', '', '2026-04-03');
      INSERT INTO verifications (id, obligee_id, user_id, guarantee_id, verified_at, expires_at)
        VALUES (${id(1)}, ${id(8)}, ${id(8)}, ${id(9)}, '2026-04-02', '2026-04-02'), (${id(2)}, ${id(8)}, ${id(8)}, ${id(9)}, '2026-04-04', '2026-04-04');
      INSERT INTO notices (id, company_id, branch_id, event, topic, application_id, guarantee_id, data, noticed_at)
        VALUES (${id(1)}, ${id(8)}, ${id(8)}, 'guarantee_viewed', 'guarantee.viewed:9', ${id(8)}, ${id(9)}, '{}', now());
      ALTER TABLE verification_keys FORCE ROW LEVEL SECURITY;
      ALTER TABLE verifications FORCE ROW LEVEL SECURITY;
      ALTER TABLE notices FORCE ROW LEVEL SECURITY`);
    cpSync(inCheckout(`prisma/migrations/${mine}`), path.join(folder, mine ?? ""), { recursive: true });
    expect(await deployMigrations(database.ownerUrl, folder)).toEqual([mine]);
    await rows(
      "ALTER TABLE verifications NO FORCE ROW LEVEL SECURITY; ALTER TABLE notices NO FORCE ROW LEVEL SECURITY",
    );
    expect(await rows("SELECT key_version FROM verifications ORDER BY verified_at")).toEqual([
      { key_version: 1 },
      { key_version: 2 },
    ]);
    expect(await rows("SELECT topic FROM notices")).toEqual([{ topic: "guarantee.viewed:9:1" }]);
  });
});
