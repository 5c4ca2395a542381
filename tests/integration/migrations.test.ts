import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withClient } from "#lib/cli/database/connect.ts";
import { deployMigrations, diffSchema } from "#lib/cli/database/migrations.ts";
import { readSchema } from "#lib/cli/database/schema-files.ts";
import { cloneDatabase } from "#tests/support/services.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "hosho-migrations-"));
  database = await cloneDatabase();
  // An empty database of the same owner: what a first migration meets.
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

  test("that a killed start had begun is begun anew", async () => {
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
