// The only file that runs on the system's Node. It installs the locked dependencies, which include the Node that
// everything else runs on, and hands over to it. It has no dependencies, and no syntax newer than the oldest Node that
// it has to reject.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const modules = path.join(checkout, "node_modules");
const stampFile = path.join(modules, ".hosho-lock.sha256");

function fail(message) {
  console.error(message);
  process.exit(1);
}

function isOlder(version, major, minor) {
  const parts = version.split(".").map(Number);
  return parts[0] < major || (parts[0] === major && parts[1] < minor);
}

function readText(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
}

function lockHash() {
  const lock = readText(path.join(checkout, "package-lock.json"));
  return createHash("sha256").update(`${process.platform} ${process.arch}\n${lock}`).digest("hex");
}

// npm keeps a lockfile of what it installed; packages for other systems may be missing from it.
function agreesWithLock() {
  const installed = readText(path.join(modules, ".package-lock.json"));
  if (installed === "") return false;
  const have = JSON.parse(installed).packages;
  const want = JSON.parse(readText(path.join(checkout, "package-lock.json"))).packages;
  return Object.keys(want).every((name) => {
    if (name === "") return true;
    const found = have[name];
    if (!found) return want[name].optional === true || want[name].peer === true;
    return found.version === want[name].version && found.integrity === want[name].integrity;
  });
}

function run(file, args, options) {
  return new Promise((resolve) => {
    const child = spawn(file, args, options);
    child.on("error", (error) => resolve({ code: 1, error }));
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
}

// When its registry does not serve packages for other systems, npm drops them from a lockfile, and `npm ci` then
// refuses to install at all. `npm install` takes the same locked versions by the same hashes.
function isLockWhole() {
  const lock = JSON.parse(readText(path.join(checkout, "package-lock.json"))).packages;
  return Object.keys(lock).every((at) =>
    Object.keys(lock[at].optionalDependencies || {}).every(
      (name) => lock[`${at}/node_modules/${name}`] || lock[`node_modules/${name}`],
    ),
  );
}

async function install() {
  console.log("Installing the locked dependencies (once; a minute or two) …");
  const how = isLockWhole() ? ["ci"] : ["install", "--no-save"];
  const args = how.concat(
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  );
  const npm = process.env.npm_execpath;
  const options = { cwd: checkout, stdio: ["ignore", "inherit", "inherit"] };
  const windows = process.platform === "win32";
  const { code, error } = npm?.endsWith(".js")
    ? await run(process.execPath, [npm].concat(args), options)
    : await run(windows ? "npm.cmd" : "npm", args, Object.assign({ shell: windows }, options));
  if (error && error.code === "ENOENT") fail("npm was not found. Install Node together with npm.");
  if (code !== 0)
    fail("The dependencies could not be installed (see npm's words above). Is the registry reachable?");
}

async function ensureDependencies() {
  const hash = lockHash();
  if (readText(stampFile) === hash) return;
  if (!agreesWithLock()) await install();
  fs.writeFileSync(stampFile, hash);
}

function findRuntime() {
  const windows = process.platform === "win32";
  const name = `node-${windows ? "win" : process.platform}-${process.arch}`;
  const own = path.join(modules, name, "bin", windows ? "node.exe" : "node");
  if (fs.existsSync(own)) return own;
  if (!isOlder(process.versions.node, 24, 0)) return process.execPath;
  return fail(
    `No Node 24 comes with the dependencies for ${process.platform} ${process.arch}; ` +
      "install Node 24 or newer yourself and start again.",
  );
}

// /proc/<pid>/stat is "pid (name) state ppid …"; the name may contain anything, brackets included.
function parentOf(pid) {
  const stat = readText(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

// npm and its shell. Killing one of them with -9 ends this command without any signal.
function callers() {
  const found = [process.ppid];
  try {
    for (let pid = process.ppid; pid > 1; pid = parentOf(pid)) {
      const words = readText(`/proc/${pid}/cmdline`).split("\0").join(" ");
      if (!/^npm |bootstrap\.mjs/.test(words)) break;
      if (!found.includes(pid)) found.push(pid);
    }
  } catch {
    // Without /proc, only the direct parent is known.
  }
  return found.filter((pid) => pid > 1);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function handOver(runtime, command, args) {
  const script = path.join(checkout, "lib", "cli", `${command}.ts`);
  const bin = path.join(modules, ".bin");
  const watched = callers();
  const env = Object.assign({}, process.env, {
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    HOSHO_CALLERS: watched.concat(process.pid).join(","),
  });
  // `react-server` lets a command import the server-only code of the application.
  const flags = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];
  const child = spawn(runtime, flags.concat(script, args), {
    cwd: checkout,
    env,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const watch = setInterval(() => {
    if (process.ppid === watched[0] && watched.every(isAlive)) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 500);
  if (watched.length === 0) clearInterval(watch);
  child.on("error", (error) => fail(`${runtime} could not be started: ${error.message}`));
  child.on("close", (code, signal) => {
    const numbers = { SIGHUP: 129, SIGINT: 130, SIGKILL: 137, SIGTERM: 143 };
    process.exit(signal ? numbers[signal] || 1 : code);
  });
}

async function main() {
  const version = process.versions.node;
  if (isOlder(version, 20, 19))
    fail(`Node ${version} is too old: 20.19 or newer is needed (https://nodejs.org/).`);
  const [command = "", ...args] = process.argv.slice(2);
  const known =
    /^[a-z-]+$/.test(command) && fs.existsSync(path.join(checkout, "lib", "cli", `${command}.ts`));
  if (!known) fail(`There is no command "${command}".`);
  await ensureDependencies();
  handOver(findRuntime(), command, args);
}

main();
