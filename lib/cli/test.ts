import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runChecks, staticChecks } from "#lib/cli/checks.ts";
import { describeFailure, PlainFailure } from "#lib/cli/failure.ts";
import {
  emptyReport,
  listSlowest,
  readPlaywrightReport,
  readVitestReport,
  type TestReport,
} from "#lib/cli/reports.ts";
import { ensureBuild } from "#lib/cli/stack/build.ts";
import { runTool, type ToolRun } from "#lib/cli/tools.ts";

// A tool that failed without a failing test (an unhandled error) counts as a failure.
function judged(run: ToolRun, report: TestReport): TestReport {
  if (run.code === 0 || report.failed.length > 0) return report;
  return { ...report, failed: [`ended with ${run.code}:\n${run.output.trim().slice(-3000)}`] };
}

async function runVitest(project: string, files: string[], folder: string): Promise<TestReport> {
  const report = path.join(folder, `${project}.json`);
  const run = await runTool(
    "vitest",
    [
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...files,
    ],
    { print: true },
  );
  return judged(run, readVitestReport(report));
}

async function runJourneys(files: string[], folder: string): Promise<TestReport> {
  const report = path.join(folder, "e2e.json");
  const run = await runTool("playwright", ["test", "--reporter=list,json", ...files], {
    print: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return judged(run, readPlaywrightReport(report));
}

const parts = {
  check: () => runChecks(staticChecks),
  unit: (files: string[], folder: string) => runVitest("unit", files, folder),
  integration: (files: string[], folder: string) => runVitest("integration", files, folder),
  e2e: runJourneys,
} as const;

const names = ["check", "unit", "integration", "e2e"] as const;

/** Both start complete systems. Two integration files need the build; run by name, they build by themselves. */
const needsBuild = (name: (typeof names)[number], files: string[]) =>
  name === "e2e" || (name === "integration" && files.length === 0);

async function runPart(
  name: (typeof names)[number],
  files: string[],
  folder: string,
  built: Promise<void> | undefined,
): Promise<TestReport> {
  console.log(`\n== ${name}`);
  try {
    if (needsBuild(name, files)) await built;
    return await parts[name](files, folder);
  } catch (error) {
    return { ...emptyReport(), failed: [`${name}: ${describeFailure(error)}`] };
  }
}

/** `npm test -- unit tests/unit/x.test.ts`: the chosen parts, and files of them; everything without arguments. */
function readArguments(words: string[]): { chosen: readonly (typeof names)[number][]; files: string[] } {
  const chosen = names.filter((name) => words.includes(name));
  const files = words.filter((word) => !names.some((name) => name === word));
  if (files.length > 0 && chosen.length !== 1)
    throw new PlainFailure(`npm test -- [${names.join("|")} …], or one of them followed by files.`);
  return { chosen: chosen.length > 0 ? chosen : names, files };
}

async function main(): Promise<number> {
  const { chosen, files } = readArguments(process.argv.slice(2));
  const folder = mkdtempSync(path.join(tmpdir(), "hosho-test-"));
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  const total = emptyReport();
  const took: string[] = [];
  let built: Promise<void> | undefined;
  for (const name of chosen) {
    if (stop.signal.aborted) break;
    // One build, in nobody's time limit and beside the unit tests. Not beside the check: both write the types of the
    // routes.
    if (!built && name !== "check" && chosen.some((part) => needsBuild(part, files))) {
      built = ensureBuild(stop.signal);
      built.catch(() => undefined); // told by the part that waits for it
    }
    const began = performance.now();
    const { passed, failed, retried, timings } = await runPart(name, files, folder, built);
    total.passed += passed;
    total.failed.push(...failed);
    total.retried.push(...retried);
    total.timings.push(...timings);
    took.push(`${name} ${((performance.now() - began) / 60_000).toFixed(1)}`);
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(`\nMinutes: ${took.join(", ")}`);
  if (total.timings.length > 0) console.log(`\nSlowest:\n${listSlowest(total.timings, 10).join("\n")}`);
  // Printed last, so that the end of a long log says what failed, not only that something did.
  for (const words of total.retried) console.log(`\n~ passed at the second try only: ${words}`);
  for (const words of total.failed) console.log(`\n✗ ${words}`);
  console.log(`\n${total.passed} passed, ${total.failed.length} failed`);
  return !stop.signal.aborted && total.failed.length === 0 && total.passed > 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
process.exit();
