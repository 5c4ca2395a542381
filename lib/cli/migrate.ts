import path from "node:path";
import { generateClient } from "#lib/cli/database/client.ts";
import {
  deployMigrations,
  diffSchema,
  readMigrationStatus,
  writeMigration,
} from "#lib/cli/database/migrations.ts";
import { readMigratedSchema, readSchema } from "#lib/cli/database/schema-files.ts";
import { PlainFailure, runCommand } from "#lib/cli/failure.ts";
import { checkout } from "#lib/cli/paths.ts";
import { inheritedEnv } from "#lib/core/env.ts";

const usage = `npm run migrate -- deploy | status          (DATABASE_URL: the owner)
npm run migrate -- diff "A sentence"        writes the next migration from what changed in prisma/schema
npm run migrate -- generate                 writes the Prisma client`;

function ownerUrl(): string {
  const url = inheritedEnv().DATABASE_URL;
  if (!url) throw new PlainFailure("DATABASE_URL (the owner of the tables) is not set.");
  return url;
}

async function deploy(): Promise<void> {
  const applied = await deployMigrations(ownerUrl());
  console.log(applied.length === 0 ? "Nothing to apply." : `Applied:\n  ${applied.join("\n  ")}`);
}

async function status(): Promise<boolean> {
  const found = await readMigrationStatus(ownerUrl());
  const lines = Object.entries(found).flatMap(([what, names]) => names.map((name) => `  ${what}: ${name}`));
  console.log(lines.length === 0 ? "The database is at the head of the migrations." : lines.join("\n"));
  return lines.length === 0;
}

async function diff(sentence: string | undefined): Promise<void> {
  if (!sentence) throw new PlainFailure("The migration needs a name: a short sentence in quotes.");
  const sql = await diffSchema(await readMigratedSchema(), await readSchema());
  if (sql.trim() === "") {
    console.log("The schema says the same as at the last committed migration.");
    return;
  }
  const folder = await writeMigration(sentence, sql, new Date());
  console.log(`Written: ${path.relative(checkout, folder)}/migration.sql`);
}

await runCommand(async () => {
  const [command, name] = process.argv.slice(2);
  if (command === "deploy") await deploy();
  else if (command === "status") return (await status()) ? 0 : 1;
  else if (command === "diff") await diff(name);
  else if (command === "generate") await generateClient();
  else throw new PlainFailure(usage);
  return 0;
});
