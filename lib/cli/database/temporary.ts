import { randomUUID } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { awaitDatabase, withClient } from "#lib/cli/database/connect.ts";
import { openCluster } from "#lib/cli/database/postgres.ts";
import { appRole, makeOwnerAndDatabase, withDatabase, withLogin } from "#lib/cli/database/roles.ts";
import { bringUpToDate, type DatabaseUrls } from "#lib/cli/stack/database.ts";
import { findFreePort } from "#lib/cli/stack/ports.ts";
import { endProcess, isAlive, markProcess, type ProcessMark } from "#lib/cli/stack/processes.ts";

const prefix = "hosho-database-";
const template = "hosho_template";

/** The addresses of the template database that `cloneDatabase` copies. Plain data, to be passed to other processes. */
export type TemporaryDatabase = DatabaseUrls;

// Deletes the PostgreSQL and the folder that a killed run left behind.
async function clearAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = path.join(tmpdir(), name);
    const note = path.join(folder, "owner.json");
    if (!existsSync(note)) continue;
    const marks: ProcessMark[] = JSON.parse(readFileSync(note, "utf8"));
    const [owner, server] = marks;
    if (!owner || isAlive(owner)) continue;
    if (server) await endProcess(server, "SIGQUIT", 5_000);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Starts a PostgreSQL in a temporary folder, for tests and benches, and migrates one template database. Its owner is no
 * superuser and may create databases. It is not safe from a power cut (no fsync). `stop` deletes everything.
 */
export async function startTemporaryDatabase(
  settings: string[] = [],
): Promise<TemporaryDatabase & { stop: () => Promise<void> }> {
  await clearAbandoned();
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  chmodSync(folder, 0o711); // PostgreSQL may run as another user, who must be able to enter.
  const cluster = await openCluster({
    dataDir: folder,
    port: await findFreePort(),
    password: randomUUID(),
    settings: [
      "fsync=off",
      "full_page_writes=off",
      "synchronous_commit=off",
      "max_connections=300",
      // Autovacuum workers belong to a superuser, and the owner cannot disconnect them when it drops a database.
      "autovacuum=off",
      ...settings,
    ],
  });
  const server = cluster.start();
  const marks = [process.pid, server.pid ?? 0].map(markProcess).filter((mark) => mark !== undefined);
  writeFileSync(path.join(folder, "owner.json"), JSON.stringify(marks));
  // A test run that is stopped half-way does not tidy up. A process killed with -9 does not even get here, and the next
  // run deletes what it left.
  const abandon = () => {
    server.kill("SIGQUIT");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", abandon);
  const stop = async () => {
    process.off("exit", abandon);
    const ended = server.exitCode === null && server.signalCode === null ? once(server, "exit") : undefined;
    server.kill("SIGINT");
    await ended;
    rmSync(cluster.folder, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await awaitDatabase(cluster.superuserUrl, 30_000);
    const owner = {
      role: "hosho_owner",
      password: randomUUID(),
      database: template,
      mayCreateDatabases: true,
    };
    await makeOwnerAndDatabase(cluster.superuserUrl, owner);
    const ownerUrl = withLogin(withDatabase(cluster.superuserUrl, template), owner.role, owner.password);
    const urls = { ownerUrl, appUrl: withLogin(ownerUrl, appRole, randomUUID()) };
    await bringUpToDate(urls, true);
    await withClient(cluster.superuserUrl, (client) =>
      client.query(`ALTER DATABASE ${template} WITH ALLOW_CONNECTIONS false`),
    );
    return { ...urls, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Clones the template under a new name and returns its addresses; `drop` deletes the clone even if somebody is still
 * connected.
 */
export async function cloneTemplate(
  urls: TemporaryDatabase,
  name = `test_${randomUUID().replaceAll("-", "")}`,
): Promise<DatabaseUrls & { drop: () => Promise<void> }> {
  const maintenanceUrl = withDatabase(urls.ownerUrl, "postgres");
  await withClient(maintenanceUrl, (client) =>
    client.query(`CREATE DATABASE "${name}" TEMPLATE ${template}`),
  );
  return {
    ownerUrl: withDatabase(urls.ownerUrl, name),
    appUrl: withDatabase(urls.appUrl, name),
    drop: () => dropWhenFree(maintenanceUrl, name),
  };
}

/**
 * Drops a database even if somebody is still connected. The owner cannot disconnect a superuser's autovacuum worker,
 * but it ends after a moment. A database that stays busy is left until its temporary cluster ends.
 */
async function dropWhenFree(maintenanceUrl: string, name: string, tries = 40): Promise<void> {
  try {
    await withClient(maintenanceUrl, (client) =>
      client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
    );
  } catch (error) {
    const denied = error instanceof Error && "code" in error && error.code === "42501";
    if (!denied) throw error;
    if (tries === 0) return;
    await setTimeout(250);
    await dropWhenFree(maintenanceUrl, name, tries - 1);
  }
}
