import "server-only";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { today } from "#lib/core/clock.ts";
import { dateColumn } from "#lib/core/codecs.ts";
import type { Tx } from "#lib/core/db.ts";
import { hasBegun } from "#lib/core/versions.ts";
import { type BankIndex, indexBanks } from "./rules.ts";
import type { BankRecord } from "./types.ts";

type Directory = { index: BankIndex; asOf: string };

/** Kept on globalThis, because the bundler gives start-up and requests a copy of this module each. */
const kept = globalThis as typeof globalThis & { bankDirectory?: Directory };

/**
 * The national list of banks and branches (zengin-code, MIT), read and indexed once per process in a fifth of a second;
 * the web server begins with it at start-up. `asOf` is the day of the list, YYYY-MM-DD, from the version of its
 * package.
 */
export function bankDirectory(): Directory {
  if (kept.bankDirectory) return kept.bankDirectory;
  // Resolved from the project's root at run time, so that no bundler includes its five megabytes.
  const load = createRequire(join(process.cwd(), "package.json"));
  const source = readFileSync(load.resolve("zengin-code/lib/zengin-data.js"), "utf8");
  // The file is one JSON value after "module.exports ="; parsed as JSON it loads in a tenth of the time.
  const json = source.slice(source.indexOf("{"), source.lastIndexOf("}") + 1);
  const records = JSON.parse(json) as Record<string, BankRecord>;
  const { version } = load("zengin-code/package.json") as { version: string };
  const [, year, month, day] = /p(\d{4})(\d{2})(\d{2})$/.exec(version) ?? [];
  kept.bankDirectory = { index: indexBanks(Object.values(records)), asOf: `${year}-${month}-${day}` };
  return kept.bankDirectory;
}

/** Prepares the list before the first search, in slices of a few milliseconds, so that no request waits for it. */
export async function warmBankDirectory(): Promise<void> {
  const { index } = bankDirectory();
  for (const bank of index) {
    await new Promise(setImmediate);
    bank.branches();
  }
}

/** The codes of the banks that are consigned today (Asia/Tokyo), and whether the list is a demo's. */
export async function listConsignedBanks(tx: Tx): Promise<{ codes: Set<string>; demo: boolean }> {
  const rows = await tx.consignedBank.findMany({
    select: { bankCode: true, consignedFrom: true, demo: true },
  });
  const consigned = rows.filter((row) => hasBegun(dateColumn.decode(row.consignedFrom), today()));
  return {
    codes: new Set(consigned.map(({ bankCode }) => bankCode)),
    demo: consigned.some(({ demo }) => demo),
  };
}
