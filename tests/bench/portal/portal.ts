import { cloneTemplate, startTemporaryDatabase } from "#lib/cli/database/temporary.ts";
import { loadSecrets } from "#lib/cli/secrets.ts";
import { ensureBuild } from "#lib/cli/stack/build.ts";
import { step } from "#lib/cli/stack/progress.ts";
import { closeDatabase } from "#lib/core/db.ts";
import { closeQueue } from "#lib/jobs/queue.ts";
import { type MailClock, startMailClock } from "#tests/bench/portal/mail-clock.ts";
import { awaitReady, launchStack, makeDataDir, removeDataDir } from "#tests/support/stack.ts";

/** A complete portal for a bench; the tests' factories reach its database from this process. */
export type Portal = {
  url: string;
  mails: MailClock;
  /** The environment of its web server. */
  variables: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

// The tests' database is fast because a power cut may destroy it. Certificates must survive one, so the benches pay the
// same for every commit as `npm start`.
const durable = ["fsync=on", "full_page_writes=on", "synchronous_commit=on"];

/**
 * Starts what `npm start` runs (production build, web, worker, PostgreSQL, demo) with an SMTP server that takes the
 * time, and points this process's environment at it. The environment is read once, so a process can have one portal.
 */
export async function openPortal(): Promise<Portal> {
  const ends: (() => Promise<void> | void)[] = [];
  // Closes once for all callers. An interrupted bench closes it, and so does its own `finally`: the second call found
  // nothing left to close and ended the process before the first was done.
  let closed: Promise<void> | undefined;
  const closeAll = async () => {
    for (let end = ends.pop(); end; end = ends.pop()) await end();
  };
  const close = () => {
    closed ??= closeAll();
    return closed;
  };
  const keep = async (...more: typeof ends) => {
    ends.push(...more);
    if (!closed) return;
    await closeAll(); // Closing was requested while it was still opening.
    throw new Error("The bench was interrupted.");
  };
  const giveUp = () => void close().finally(() => process.exit(1));
  for (const event of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.once(event, giveUp);
  try {
    await ensureBuild();
    return await step("Starting a portal of the bench's own", async () => {
      const mails = await startMailClock();
      await keep(mails.close);
      const { stop, ...template } = await startTemporaryDatabase(durable);
      await keep(stop);
      const { ownerUrl, appUrl } = await cloneTemplate(template, "hosho");
      const dataDir = makeDataDir();
      await keep(() => removeDataDir(dataDir));
      const { AUTH_SECRET, KEY_PEPPERS, KEY_CIPHERS, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } =
        await loadSecrets(dataDir);
      const variables = {
        DATA_DIR: dataDir,
        DATABASE_APP_URL: appUrl,
        SMTP_URL: mails.url,
        MAIL_FROM: "保証デスク <noreply@hosho-desk.example>",
        DEMO: "1",
        AUTH_SECRET,
        KEY_PEPPERS,
        KEY_CIPHERS,
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
      };
      const stack = await launchStack({ ...variables, DATABASE_URL: ownerUrl });
      await keep(async () => {
        await stack.stop();
      });
      await awaitReady(stack, 5 * 60_000);
      Object.assign(process.env, variables, { APP_URL: stack.url });
      await keep(closeDatabase, closeQueue);
      return { url: stack.url, mails, variables, close };
    });
  } catch (error) {
    await close();
    throw error;
  }
}
