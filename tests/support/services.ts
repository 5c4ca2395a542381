import { inject } from "vitest";
import { cloneTemplate, type TemporaryDatabase } from "#lib/cli/database/temporary.ts";

declare module "vitest" {
  interface ProvidedContext {
    database: TemporaryDatabase;
  }
}

/**
 * A fresh migrated database for a test file or a test, with only what migrations write: the owner's address, the
 * unprivileged one, and `drop`. It is cloned from the template of this run (tests/support/global-setup.ts).
 */
export function cloneDatabase(name?: string): ReturnType<typeof cloneTemplate> {
  return cloneTemplate(inject("database"), name);
}
