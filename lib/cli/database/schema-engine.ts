import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { offlineAdapter } from "#lib/cli/database/offline-adapter.ts";
import { scriptAdapter } from "#lib/cli/database/script-adapter.ts";

/** One file of a Prisma schema: a path relative to the checkout and its text. */
export type SchemaFile = { path: string; content: string };

type SchemaEngine = bindings.SchemaEngine;

let instantiated: Promise<void> | undefined;

// Prisma's CLI downloads a native engine at first use, which a closed network does not allow. The same engine is
// published as WebAssembly for bundlers; here it is loaded by hand.
async function instantiate(): Promise<void> {
  const require = createRequire(import.meta.url);
  const folder = path.dirname(require.resolve("@prisma/schema-engine-wasm"));
  const wasm = await readFile(path.join(folder, "schema_engine_bg.wasm"));
  const functions = Object.entries(bindings).flatMap(([name, value]) =>
    typeof value === "function" ? [[name, value] as const] : [],
  );
  const imports = { "./schema_engine_bg.js": Object.fromEntries(functions) };
  const { instance } = await WebAssembly.instantiate(wasm, imports);
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== "function") throw new Error("The schema engine has no start function.");
  start();
}

/**
 * Opens Prisma's schema engine (WebAssembly) on a database and passes it to `use`; the engine is freed afterwards.
 * Without a connection only schema-to-schema operations work.
 */
export async function withSchemaEngine<T>(
  connection: pg.PoolConfig | undefined,
  schema: SchemaFile[],
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  instantiated ??= instantiate();
  await instantiated;
  const pool = connection ? new pg.Pool(connection) : undefined;
  const factory = bindMigrationAwareSqlAdapterFactory(pool ? scriptAdapter(pool) : offlineAdapter);
  const datamodels = schema.map((file): [string, string] => [file.path, file.content]);
  try {
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, factory);
    try {
      return await use(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool?.end(); // The engine leaves its connections open, and a template database may not have any.
  }
}
