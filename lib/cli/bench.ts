import { spawn } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { ensureClient } from "#lib/cli/database/client.ts";
import { PlainFailure, runCommand } from "#lib/cli/failure.ts";
import { inCheckout } from "#lib/cli/paths.ts";
import { log } from "#lib/core/log.ts";

const benches = {
  pdf: () => import("#tests/bench/pdf.ts"),
  issue: () => import("#tests/bench/issue.ts"),
  verify: () => import("#tests/bench/verify.ts"),
  lists: () => import("#tests/bench/lists.ts"),
  render: () => import("#tests/bench/render.ts"),
  pages: () => import("#tests/bench/pages.ts"),
} as const;

type Name = keyof typeof benches;
type Row = Readonly<Record<string, string | number>>;

function isName(word: string): word is Name {
  return Object.hasOwn(benches, word);
}

// Japanese characters take two columns in a terminal.
function widthOf(text: string): number {
  return [...text].reduce(
    (width, character) => width + (/[\u1100-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );
}

/** Formats rows as an aligned table: texts to the left, numbers to the right, with the columns of all rows. */
function tableOf(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => widthOf(String(line[at] ?? "")))));
  const cell = (value: string | number, at: number) => {
    const blank = " ".repeat((widths[at] ?? 0) - widthOf(String(value)));
    return typeof value === "number" ? `${blank}${value}` : `${value}${blank}`;
  };
  return lines.map((line) => line.map(cell).join("  ").trimEnd()).join("\n");
}

// Figures from a busy machine say little, so the reader must be able to see how busy it was.
function machine(): { cores: number; loadBefore: number } {
  return { cores: availableParallelism(), loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)) };
}

async function measure(name: Name): Promise<number> {
  const { cores, loadBefore } = machine();
  log.level = "error"; // Log lines of this process would break up the table.
  await ensureClient(); // The benches import the database client, which a fresh clone does not have yet.
  const { title, rows, json } = await (await benches[name]()).run();
  console.log(`\n${title}\n${tableOf(rows)}`);
  if (loadBefore > cores / 2)
    console.log(`The machine was busy before the run: load ${loadBefore} on ${cores} cores.`);
  console.log(JSON.stringify({ bench: name, ...json, cores, loadBefore }));
  return 0;
}

// Runs a bench in a process of its own, since the garbage and the compiled code of one would slow or speed up the next.
async function measureApart(name: Name): Promise<number> {
  const child = spawn(process.execPath, [...process.execArgv, inCheckout("lib/cli/bench.ts"), name], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/**
 * `npm run bench -- pdf issue`: runs some benches, or all. It fails only when one could not run, whatever the figures.
 */
await runCommand(async () => {
  const words = process.argv.slice(2);
  const unknown = words.filter((word) => !isName(word));
  if (unknown.length > 0)
    throw new PlainFailure(
      `There is no bench "${unknown.join(" ")}": npm run bench -- [${Object.keys(benches).join("|")} …]`,
    );
  const names =
    words.length > 0
      ? words.filter(isName)
      : (["pdf", "issue", "verify", "render", "pages", "lists"] as const);
  const [only] = names;
  if (names.length === 1 && only) return measure(only);
  let worst = 0;
  for (const name of names) worst = Math.max(worst, await measureApart(name));
  return worst;
});
