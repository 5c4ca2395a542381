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

/** An embedded PostgreSQL that has been initialised on disk and can be started on `port`. */
export type Cluster = {
  folder: string;
  logFile: string;
  port: number;
  /** The superuser's address of the database `postgres`, only for creating roles and databases. */
  superuserUrl: string;
  /** Whether this call initialised it. */
  isNew: boolean;
  start(): ChildProcess;
};

/** How a cluster is initialised; `settings` are `name=value` lines of postgresql.conf. */
export type ClusterOptions = { dataDir: string; port: number; password: string; settings?: string[] };

const superuser = "postgres";

function identity(user: SystemUser | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

// LC_ALL=C: messages in one language, whatever locales a machine has.
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
  // Under another name until it is complete: a killed initdb would leave a folder that looks like a database.
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

// A killed start leaves PostgreSQL running, and a killed PostgreSQL leaves its children at work on the files for a
// moment. postmaster.pid stays where it is, since the next PostgreSQL uses it to make sure that none of them is left.
async function endLeftover(pgdata: string): Promise<void> {
  const note = path.join(pgdata, "postmaster.pid");
  const pid = existsSync(note) ? Number(readFileSync(note, "utf8").split("\n")[0]) : 0;
  const noted = pid > 0 ? markProcess(pid) : undefined;
  const workers = findProcessesIn(pgdata);
  // Outside Linux we cannot see where a process works, so a living one with that number is taken for PostgreSQL.
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
  // After a reboot the number may belong to any process, and PostgreSQL would refuse to start because of it.
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
  // A file, because a pipe would die with this process and take the database's last words with it.
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) truncateSync(logFile);
  const log = openSync(logFile, "a", 0o600);
  const args = ["-D", pgdata, "-p", String(options.port), ...settings.flatMap((setting) => ["-c", setting])];
  // A session of its own: Ctrl-C in the terminal must not stop the database before web and worker have finished.
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
 * Finds or initialises the embedded PostgreSQL of a DATA_DIR (UTF-8, code point order, SCRAM passwords, only on
 * 127.0.0.1) and ends what an earlier start left running on it. Throws plain failures.
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
