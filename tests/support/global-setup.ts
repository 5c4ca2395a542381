import type { TestProject } from "vitest/node";
import { ensureClient } from "#lib/cli/database/client.ts";
import { startTemporaryDatabase } from "#lib/cli/database/temporary.ts";

/** Starts one PostgreSQL for all integration tests of a run; returns a function that stops it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureClient();
  const { stop, ...urls } = await startTemporaryDatabase();
  project.provide("database", urls);
  return stop;
}
