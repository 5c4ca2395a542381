import { watch } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureClient } from "#lib/cli/database/client.ts";
import { PlainFailure } from "#lib/cli/failure.ts";
import { inCheckout } from "#lib/cli/paths.ts";
import { loadSecrets, type StoredSecrets } from "#lib/cli/secrets.ts";
import type { Settings } from "#lib/cli/settings.ts";
import { buildPages, hashSources, isBuildStale } from "#lib/cli/stack/build.ts";
import {
  bringUpToDate,
  type DatabaseUrls,
  embeddedDatabase,
  furnishCluster,
  givenDatabase,
} from "#lib/cli/stack/database.ts";
import { nodePart, runToEnd } from "#lib/cli/stack/parts.ts";
import { findFreePort, localUrl } from "#lib/cli/stack/ports.ts";
import { step } from "#lib/cli/stack/progress.ts";
import type { RunRecord } from "#lib/cli/stack/run-record.ts";
import { type Part, type Supervised, supervise } from "#lib/cli/stack/supervisor.ts";
import { inheritedEnv } from "#lib/core/env.ts";

/** Everything that `npm start` runs, started step by step and stopped in the opposite order. */
export class Stack {
  readonly #settings: Settings;
  readonly #record: RunRecord;
  readonly #dev: boolean;
  readonly #parts: Supervised[] = [];
  readonly #loss = Promise.withResolvers<never>();
  readonly #closing = new AbortController();

  constructor(settings: Settings, record: RunRecord, dev: boolean) {
    this.#settings = settings;
    this.#record = record;
    this.#dev = dev;
    this.#loss.promise.catch(() => undefined);
  }

  /** Rejects when a part fails to come up for too long; never resolves. */
  get lost(): Promise<never> {
    return this.#loss.promise;
  }

  /** Resolves when the readiness probe answers 200. */
  async open(): Promise<void> {
    const settings = this.#settings;
    const stored = await loadSecrets(settings.dataDir);
    const urls = await this.#openDatabase(stored);
    const applied = await step("Migrating the database", () =>
      bringUpToDate(urls, settings.databaseAppUrl === undefined),
    );
    if (applied.length > 0) console.log(`  applied ${applied.length} migrations`);
    await ensureClient();
    const env = await this.#openMail(this.#environment(stored, urls));
    await this.#seed(env);
    if (!this.#dev) await this.#build(env);
    await step("Starting web and worker", async () => {
      const worker = this.#keep(nodePart("worker", env, (pid) => this.#record.setPart("worker", pid)));
      const web = this.#keep(nodePart("web", env, (pid) => this.#record.setPart("web", pid)));
      await Promise.all([this.#orLost(worker.firstUp), this.#orLost(web.firstUp)]);
      if (this.#dev) restartOnChange(worker);
      await this.#orLost(this.#awaitReady());
    });
  }

  /**
   * Stops every part: web and worker first, which finish what they have in hand, then mail, and the database last.
   * `atOnce`: nothing is finished.
   */
  async close(atOnce = false): Promise<void> {
    this.#closing.abort();
    this.#record.setStopping();
    for (const names of [["web", "worker"], ["mailbox"], ["database"]])
      await Promise.all(
        this.#parts.filter((part) => names.includes(part.name)).map((part) => part.stop(atOnce)),
      );
    this.#record.remove();
  }

  #keep(part: Part): Supervised {
    // If the start was interrupted, nothing more may be started while everything is being stopped.
    this.#closing.signal.throwIfAborted();
    const supervised = supervise(part);
    supervised.lost.catch((error: unknown) => this.#loss.reject(error));
    this.#parts.push(supervised);
    return supervised;
  }

  #orLost<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#loss.promise]);
  }

  async #openDatabase(stored: StoredSecrets): Promise<DatabaseUrls> {
    if (this.#settings.databaseUrl !== undefined)
      return step("Looking for the database", () => givenDatabase(this.#settings, stored));
    return step("Starting PostgreSQL", async () => {
      const { part, cluster } = await embeddedDatabase(this.#settings, stored);
      const supervised = this.#keep({ ...part, onProcess: () => undefined });
      await this.#orLost(supervised.firstUp);
      return furnishCluster(cluster, stored);
    });
  }

  #environment(stored: StoredSecrets, urls: DatabaseUrls): NodeJS.ProcessEnv {
    const { port, host, appUrl, dataDir, demo, trustProxy, mailFrom, smtpUrl, clamdUrl, secrets } =
      this.#settings;
    return {
      ...inheritedEnv(),
      NODE_ENV: this.#dev ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      HOST: host,
      APP_URL: appUrl,
      DATA_DIR: dataDir,
      DEMO: demo ? "1" : "0",
      TRUST_PROXY: trustProxy ? "1" : "0",
      // Set but empty: Next reads .env by itself and would otherwise bring back the owner's address.
      DATABASE_URL: "",
      DATABASE_APP_URL: urls.appUrl,
      SMTP_URL: smtpUrl ?? "",
      MAILBOX_DIR: "",
      MAIL_FROM: mailFrom,
      CLAMD_URL: clamdUrl ?? "",
      AUTH_SECRET: secrets.AUTH_SECRET ?? stored.AUTH_SECRET,
      AUTH_URL: "",
      KEY_PEPPERS: secrets.KEY_PEPPERS ?? stored.KEY_PEPPERS,
      KEY_CIPHERS: secrets.KEY_CIPHERS ?? stored.KEY_CIPHERS,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY:
        secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? stored.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    };
  }

  async #openMail(env: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
    if (this.#settings.smtpUrl !== undefined) return env;
    const caught = {
      ...env,
      SMTP_URL: `smtp://127.0.0.1:${await findFreePort()}`,
      MAILBOX_DIR: path.join(this.#settings.dataDir, "mailbox"),
    };
    const mailbox = this.#keep(nodePart("mailbox", caught, (pid) => this.#record.setPart("mailbox", pid)));
    await this.#orLost(mailbox.firstUp);
    return caught;
  }

  async #seed(env: NodeJS.ProcessEnv): Promise<void> {
    if (!this.#settings.demo) return;
    const code = await step("Seeding the demo (when empty)", () =>
      runToEnd("seed", env, this.#closing.signal),
    );
    if (code !== 0) throw new PlainFailure("The seed failed (see its words above).");
  }

  async #build(env: NodeJS.ProcessEnv): Promise<void> {
    const hash = await hashSources();
    if (await isBuildStale(hash))
      await step("Building the pages (once after each change; up to a minute)", () =>
        buildPages(hash, env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? "", this.#closing.signal),
      );
  }

  async #awaitReady(): Promise<void> {
    const { host, port } = this.#settings;
    const probe = `${localUrl(host, port)}/api/health/ready`;
    const deadline = performance.now() + 5 * 60_000;
    let said = "no answer";
    while (performance.now() < deadline) {
      try {
        const answer = await fetch(probe, { signal: AbortSignal.timeout(10_000) });
        if (answer.status === 200) return;
        said = `${answer.status} ${(await answer.text()).slice(0, 200)}`;
      } catch (error) {
        said = error instanceof Error ? error.message : String(error);
      }
      await sleep(200);
    }
    throw new PlainFailure(`The web server runs but is not ready after 5 minutes: ${said}`);
  }
}

// In development the pages reload by themselves, but the worker is a plain process.
function restartOnChange(worker: Supervised): void {
  let pending: NodeJS.Timeout | undefined;
  watch(inCheckout("lib"), { recursive: true }, (_event, file) => {
    if (!file?.endsWith(".ts")) return;
    clearTimeout(pending);
    pending = setTimeout(() => worker.restart(), 300);
  });
}
