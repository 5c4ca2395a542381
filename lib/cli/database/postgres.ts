import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { prepareClusterFolder } from "#lib/cli/database/cluster-folder.ts";
import { findBinaries, type PostgresBinaries } from "#lib/cli/database/postgres-binaries.ts";
import { findPostgresUser, type SystemUser } from "#lib/cli/database/postgres-user.ts";
import { PlainFailure } from "#lib/cli/failure.ts";
import { endProcess, findProcessesIn, markProcess } from "#lib/cli/stack/processes.ts";
import { inheritedEnv } from "#lib/core/env.ts";

/** An embedded PostgreSQL that is laid out on disk and may be started on `port`. */
export type Cluster = {
  folder: string;
  logFile: string;
  port: number;
  /** The superuser's address of the database `postgres`; only for making roles and databases. */
  superuserUrl: string;
  /** Whether this call laid it out. */
  isNew: boolean;
  start(): ChildProcess;
};

/** How a cluster is laid out; `settings` are `name=value` of postgresql.conf. */
export type ClusterOptions = { dataDir: string; port: number; password: string; settings?: string[] };

const superuser = "postgres";

function identity(user: SystemUser | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

// LC_ALL=C: messages in one language, no dependence on the locales a machine happens to have.
function environment(): NodeJS.ProcessEnv {
  return { ...inheritedEnv(), LC_ALL: "C" };
}

function layOut(
  binaries: PostgresBinaries,
  folder: string,
  user: SystemUser | undefined,
  password: string,
): void {
  const passwordFile = path.join(folder, ".password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  // Under another name until it is whole: an initdb killed half-way leaves a folder that looks like a database.
  const target = path.join(folder, "cluster.new");
  rmSync(target, { recursive: true, force: true });
  const result = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${target}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--no-locale",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ],
    { ...identity(user), cwd: folder, env: environment(), encoding: "utf8" },
  );
  rmSync(passwordFile, { force: true });
  if (result.status === 0) {
    renameSync(target, path.join(folder, "cluster"));
    return;
  }
  rmSync(target, { recursive: true, force: true });
  const said = `${result.error?.message ?? ""}\n${result.stderr ?? ""}`.trim();
  if (/No space left/i.test(said)) throw new PlainFailure(`No disk space for the database in ${folder}.`);
  throw new PlainFailure(`PostgreSQL could not lay out its folder in ${folder}:\n${said}`);
}

// A start that was killed leaves PostgreSQL running; a PostgreSQL that was killed leaves, for a moment, its children at
// work on the files. The note postmaster.pid stays where it is: by it the next PostgreSQL makes sure that none is left.
async function endLeftover(pgdata: string): Promise<void> {
  const note = path.join(pgdata, "postmaster.pid");
  const pid = existsSync(note) ? Number(readFileSync(note, "utf8").split("\n")[0]) : 0;
  const noted = pid > 0 ? markProcess(pid) : undefined;
  const workers = findProcessesIn(pgdata);
  // Outside Linux nobody tells where a process works; a living one with the noted number is then taken for PostgreSQL.
  const isOurs =
    process.platform === "linux" ? workers.some((worker) => worker.pid === pid) : noted !== undefined;
  if (noted && isOurs) {
    console.log("Stopping the database that an earlier start left behind …");
    if (!(await endProcess(noted, "SIGINT", 20_000, "SIGQUIT")))
      throw new PlainFailure(
        `The earlier PostgreSQL (process ${pid}) cannot be stopped; end it and try again.`,
      );
  }
  for (const worker of workers) await endProcess(worker, "SIGTERM", 5_000, "SIGQUIT");
  // After a reboot the noted number may be anybody's, and PostgreSQL would refuse to start because of it.
  if (noted && !isOurs) rmSync(note, { force: true });
}

function run(
  binaries: PostgresBinaries,
  pgdata: string,
  options: ClusterOptions,
  logFile: string,
): ChildProcess {
  const user = findPostgresUser();
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    "max_connections=150",
    ...(options.settings ?? []),
  ];
  // A file, not a pipe: a pipe dies with this process, the database's last words with it.
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) truncateSync(logFile);
  const log = openSync(logFile, "a", 0o600);
  const args = ["-D", pgdata, "-p", String(options.port), ...settings.flatMap((setting) => ["-c", setting])];
  // Its own session: Ctrl-C in the terminal must not stop the database before web and worker have finished.
  const child = spawn(binaries.postgres, args, {
    ...identity(user),
    cwd: path.dirname(pgdata),
    env: environment(),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  return child;
}

/**
 * Finds or lays out the embedded PostgreSQL of a DATA_DIR (UTF-8, code point order, passwords by SCRAM, only on
 * 127.0.0.1), ending what an earlier start left running on it. Throws plain failures.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const user = findPostgresUser();
  const folder = prepareClusterFolder(options.dataDir, user);
  const binaries = findBinaries(user);
  const pgdata = path.join(folder, "cluster");
  const isNew = !existsSync(path.join(pgdata, "PG_VERSION"));
  if (isNew) layOut(binaries, folder, user, options.password);
  else await endLeftover(pgdata);
  const logFile = path.join(options.dataDir, "postgres.log");
  mkdirSync(options.dataDir, { recursive: true });
  const password = encodeURIComponent(options.password);
  return {
    folder,
    logFile,
    port: options.port,
    superuserUrl: `postgresql://${superuser}:${password}@127.0.0.1:${options.port}/postgres`,
    isNew,
    start: () => run(binaries, pgdata, options, logFile),
  };
}
