import { inject } from "vitest";
import { withClient } from "#lib/cli/database/connect.ts";
import { cloneTemplate } from "#lib/cli/database/temporary.ts";
import type { DatabaseUrls } from "#lib/cli/stack/database.ts";
import { closeDatabase, inScope, type Scope, type Tx } from "#lib/core/db.ts";
import { log } from "#lib/core/log.ts";
import { closeQueue } from "#lib/jobs/queue.ts";
import { startWorker, type Worker } from "#lib/jobs/worker.ts";
import { closeTransport } from "#lib/mail/transport.ts";
import { seedMasters } from "#prisma/seed/demo-masters.ts";
import { type MailServer, startMailServer } from "#tests/support/mail-server.ts";

/** The world of one test file: a database of its own with the demo's masters, and a real mail server. */
export type World = {
  urls: DatabaseUrls;
  mail: MailServer;
  /** Starts the real worker in this process; it stops with the world. */
  startWorker: () => Promise<Worker>;
  close: () => Promise<void>;
};

/**
 * Opens a world: clones the migrated template (queue included), points this process's environment at it, seeds the
 * masters. `smtp` are nodemailer's options in the address of the mail server, e.g. "?socketTimeout=500".
 * The environment is read once per process, so it is one world per test file, opened before anything else.
 */
export async function openWorld({ smtp = "" } = {}): Promise<World> {
  log.level = "silent";
  const mail = await startMailServer();
  const { drop, ...urls } = await cloneTemplate(inject("database"));
  Object.assign(process.env, { DATABASE_APP_URL: urls.appUrl, SMTP_URL: mail.url + smtp });
  await letOwnerRead(urls.ownerUrl);
  await seedMasters();
  const workers: Worker[] = [];
  return {
    urls,
    mail,
    startWorker: async () => {
      const worker = await startWorker();
      workers.push(worker);
      return worker;
    },
    close: async () => {
      await mail.close(); // first, so that no worker waits for a reply that a test withholds
      for (const worker of workers) await worker.stop();
      await closeQueue();
      closeTransport();
      await closeDatabase();
      await drop();
    },
  };
}

/** The rows of a raw statement under the unprivileged login in a party's context. */
export function rowsSeenBy<T = Record<string, unknown>>(
  scope: Scope,
  sql: string,
  ...values: unknown[]
): Promise<T[]> {
  return inScope(scope, (tx: Tx) => tx.$queryRawUnsafe<T[]>(sql, ...values));
}

/** The rows of a raw statement without policies, read by the owner: what really exists. */
export function rowsThatExist<T extends Record<string, unknown>>(
  { ownerUrl }: DatabaseUrls,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  return withClient(ownerUrl, async (client) => (await client.query<T>(sql, values)).rows);
}

// Forced row-level security hides rows from the owner too. Only in a test's database the owner may read everything; no
// policy of the unprivileged login is changed.
async function letOwnerRead(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      "SELECT oid::regclass::text AS name FROM pg_class WHERE relforcerowsecurity",
    );
    for (const { name } of tables)
      await client.query(`CREATE POLICY test_truth ON ${name} FOR SELECT TO CURRENT_USER USING (true)`);
  });
}
