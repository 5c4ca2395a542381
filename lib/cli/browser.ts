import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { PlainFailure } from "#lib/cli/failure.ts";
import { checkout, inCheckout } from "#lib/cli/paths.ts";
import { inheritedEnv } from "#lib/core/env.ts";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The arguments of every browser we start: no sandbox (for containers and root), no network requests of its own. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

function works(file: string | undefined): file is string {
  if (!file || !existsSync(file)) return false;
  const said = spawnSync(file, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return said.status === 0 && /Chrom/.test(said.stdout);
}

function ofSystem(): string | undefined {
  const folders = (inheritedEnv().PATH ?? "").split(process.platform === "win32" ? ";" : ":");
  const found = names.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
  return [...found, ...elsewhere].find(works);
}

async function ofPlaywright(): Promise<string | undefined> {
  const { chromium } = await import("playwright");
  const file = chromium.executablePath();
  return works(file) ? file : undefined;
}

function attempt(file: string, args: string[]): boolean {
  const result = spawnSync(file, args, {
    cwd: checkout,
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 10 * 60_000,
  });
  return result.status === 0;
}

function hasApt(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    execFileSync("apt-get", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of a Chromium that works: CHROMIUM_PATH, the system's or Playwright's; otherwise one is installed, by
 * Playwright or, for root on Debian, by apt. Throws a plain failure when all fail, because journeys are never skipped
 * silently.
 */
export async function findBrowser(): Promise<string> {
  const { CHROMIUM_PATH } = inheritedEnv();
  if (CHROMIUM_PATH) {
    if (works(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new PlainFailure(`CHROMIUM_PATH=${CHROMIUM_PATH} is no Chromium that starts.`);
  }
  const present = ofSystem() ?? (await ofPlaywright());
  if (present) return present;
  console.log("No browser found; installing one …");
  attempt(process.execPath, [inCheckout("node_modules/playwright/cli.js"), "install", "chromium"]);
  const downloaded = await ofPlaywright();
  if (downloaded) return downloaded;
  if (hasApt()) {
    attempt("apt-get", ["update", "-q"]);
    attempt("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
  }
  const installed = ofSystem();
  if (installed) return installed;
  throw new PlainFailure(
    "No browser for the journeys: none on this machine, and neither Playwright nor apt could install one. " +
      "Install Chromium or Chrome (with Japanese fonts), or give its path as CHROMIUM_PATH.",
  );
}
