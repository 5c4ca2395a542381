import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { awaitDatabase, isReachable, withClient } from "#lib/cli/database/connect.ts";
import { deployMigrations } from "#lib/cli/database/migrations.ts";
import { type Cluster, openCluster } from "#lib/cli/database/postgres.ts";
import {
  appRole,
  assertBoundByPolicies,
  ensureAppRole,
  grantToApp,
  makeOwnerAndDatabase,
  withDatabase,
  withLogin,
} from "#lib/cli/database/roles.ts";
import { PlainFailure } from "#lib/cli/failure.ts";
import type { StoredSecrets } from "#lib/cli/secrets.ts";
import type { Settings } from "#lib/cli/settings.ts";
import { findFreePort } from "#lib/cli/stack/ports.ts";
import type { Part } from "#lib/cli/stack/supervisor.ts";

const owner = "hosho_owner";
const database = "hosho";

/** The addresses of the database: the owner's for migrations and queue, the unprivileged one for web and worker. */
export type DatabaseUrls = { ownerUrl: string; appUrl: string };

function lastWords(cluster: Cluster): string {
  const log = readFileSync(cluster.logFile, "utf8").trim().split("\n");
  return log.slice(-6).join("\n");
}

/** The embedded PostgreSQL of this DATA_DIR as a part to supervise; it keeps its port when it is restarted. */
export async function embeddedDatabase(
  settings: Settings,
  stored: StoredSecrets,
): Promise<{ part: Omit<Part, "onProcess">; cluster: Cluster }> {
  const cluster = await openCluster({
    dataDir: settings.dataDir,
    port: await findFreePort(),
    password: stored.databaseSuperuserPassword,
  });
  const part: Omit<Part, "onProcess"> = {
    name: "database",
    start: cluster.start,
    up: async (child) => {
      while (child.exitCode === null && child.signalCode === null) {
        if (await isReachable(cluster.superuserUrl)) return;
        await sleep(50);
      }
      throw new PlainFailure(`PostgreSQL ended while starting:\n${lastWords(cluster)}`);
    },
    stopSignal: "SIGINT", // A "fast" shutdown: ends the sessions and writes everything out.
    stopPatienceMs: 20_000,
    killSignal: "SIGQUIT",
  };
  return { part, cluster };
}

/** Creates the owner and its database in the embedded cluster and returns their addresses. Safe to repeat. */
export async function furnishCluster(cluster: Cluster, stored: StoredSecrets): Promise<DatabaseUrls> {
  try {
    await awaitDatabase(cluster.superuserUrl, 60_000);
  } catch (cause) {
    // Somebody deleted or replaced the file of secrets, and the new ones cannot open the old database.
    if (!(cause instanceof Error && cause.message.includes("password authentication failed"))) throw cause;
    throw new PlainFailure(
      `The database in ${cluster.folder} does not know the password in secrets.json. Restore that file from a backup; ` +
        "or, if nothing in the database is needed any more, remove DATA_DIR and start again.",
    );
  }
  const password = stored.databaseOwnerPassword;
  await makeOwnerAndDatabase(cluster.superuserUrl, { role: owner, password, database });
  const ownerUrl = withLogin(withDatabase(cluster.superuserUrl, database), owner, password);
  return { ownerUrl, appUrl: withLogin(ownerUrl, appRole, stored.databaseAppPassword) };
}

/** The addresses of a database set by DATABASE_URL; throws plain failures when it is unreachable or older than 15. */
export async function givenDatabase(settings: Settings, stored: StoredSecrets): Promise<DatabaseUrls> {
  const ownerUrl = settings.databaseUrl ?? "";
  const version = await awaitDatabase(ownerUrl, 15_000);
  if (version < 150_000)
    throw new PlainFailure(`PostgreSQL ${Math.floor(version / 10_000)} is too old: 15 or newer is needed.`);
  return {
    ownerUrl,
    appUrl: settings.databaseAppUrl ?? withLogin(ownerUrl, appRole, stored.databaseAppPassword),
  };
}

/**
 * Brings a database up to date: login, migrations, rights, queue. Returns the names of the applied migrations. It holds
 * an advisory lock, since two machines may start at once. `ownLogin`: we may create the login.
 */
export async function bringUpToDate(urls: DatabaseUrls, ownLogin: boolean): Promise<string[]> {
  return withClient(urls.ownerUrl, async (lock) => {
    await lock.query("SELECT pg_advisory_lock(hashtext('hosho-desk start'))");
    const login = new URL(urls.appUrl);
    if (ownLogin) await ensureAppRole(urls.ownerUrl, decodeURIComponent(login.password));
    const applied = await deployMigrations(urls.ownerUrl);
    const role = decodeURIComponent(login.username);
    await grantToApp(urls.ownerUrl, role);
    const { installQueue } = await import("#lib/jobs/queue.ts");
    await installQueue(urls.ownerUrl, role);
    await awaitDatabase(urls.appUrl, 0);
    await assertBoundByPolicies(urls.appUrl);
    return applied;
  });
}
