import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { DiffTarget, MigrationList } from "@prisma/schema-engine-wasm";
import type { PoolConfig } from "pg";
import { type SchemaFile, withSchemaEngine } from "#lib/cli/database/schema-engine.ts";
import { readSchema } from "#lib/cli/database/schema-files.ts";
import { PlainFailure } from "#lib/cli/failure.ts";
import { inCheckout } from "#lib/cli/paths.ts";

const ownFolder = inCheckout("prisma/migrations");
const filters = { externalTables: [], externalEnums: [] };
const lockfile = 'provider = "postgresql"\n';

/**
 * The migrations that a database does not have yet, or that differ from those on disk, by the names of their folders.
 */
export type MigrationStatus = { pending: string[]; unknown: string[]; edited: string[]; failed: string[] };

// A migration that waits for a lock behind somebody's long transaction would hold up every later query, so it gives up.
function connectionOf(databaseUrl: string): PoolConfig {
  return {
    connectionString: databaseUrl,
    max: 2,
    options: "-c lock_timeout=10s",
    connectionTimeoutMillis: 10_000,
  };
}

async function listMigrations(folder: string): Promise<MigrationList> {
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: await readFile(path.join(folder, name, "migration.sql"), "utf8"),
        },
      },
    })),
  );
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.split("\n   0: ", 1)[0]?.trim() ?? words;
}

/**
 * Applies every missing migration in the order of their names and returns those names. Each is one transaction, so a
 * failed one leaves nothing behind; it throws a plain failure with PostgreSQL's words. It writes Prisma's own
 * `_prisma_migrations`, so that `prisma migrate deploy` may take over.
 */
export async function deployMigrations(databaseUrl: string, folder = ownFolder): Promise<string[]> {
  const schema = await readSchema();
  const migrationsList = await listMigrations(folder);
  return withSchemaEngine(connectionOf(databaseUrl), schema, async (engine) => {
    try {
      const options = { migrationsList, optInToShadowDatabase: false, filters };
      // A start that was killed during a migration left it marked as begun, but its transaction was rolled back.
      for (const migrationName of (await engine.diagnoseMigrationHistory(options)).failedMigrationNames)
        await engine.markMigrationRolledBack({ migrationName });
      const output = await engine.applyMigrations({ migrationsList, filters });
      return output.appliedMigrationNames;
    } catch (cause) {
      throw new PlainFailure(
        `The database could not be migrated; the failed migration left nothing behind.\n${wordsOf(cause)}`,
      );
    }
  });
}

/** Compares the migrations on disk with those recorded in the database, without changing anything. */
export async function readMigrationStatus(databaseUrl: string): Promise<MigrationStatus> {
  const schema = await readSchema();
  const migrationsList = await listMigrations(ownFolder);
  const found = await withSchemaEngine(connectionOf(databaseUrl), schema, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters }),
  );
  const history = found.history;
  return {
    pending: history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [],
    unknown: history && "unpersistedMigrationNames" in history ? history.unpersistedMigrationNames : [],
    edited: found.editedMigrationNames,
    failed: found.failedMigrationNames,
  };
}

/** The SQL that turns one schema into the other (no files: from nothing); empty when they are equal. */
export async function diffSchema(fromFiles: SchemaFile[], toFiles: SchemaFile[]): Promise<string> {
  const from: DiffTarget =
    fromFiles.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files: fromFiles };
  const to: DiffTarget = { tag: "schemaDatamodel", files: toFiles };
  const output = await withSchemaEngine(undefined, toFiles, (engine) =>
    engine.diff({ from, to, script: true, exitCode: true, filters }),
  );
  return output.exitCode === 2 ? (output.stdout ?? "") : "";
}

/**
 * Writes a new migration folder and returns its path; its name is a sentence ("Record who opened a certificate").
 * Policies, triggers and partial indexes are added to the file by hand, because the schema language cannot express
 * them.
 */
export async function writeMigration(sentence: string, sql: string, at: Date): Promise<string> {
  const stamp = at.toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const words = sentence.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
  const target = path.join(ownFolder, `${stamp}_${words.replaceAll(/^_+|_+$/g, "")}`);
  await mkdir(target, { recursive: true });
  await writeFile(path.join(target, "migration.sql"), sql);
  await writeFile(path.join(ownFolder, "migration_lock.toml"), lockfile);
  return target;
}
