import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { runChecks, staticChecks } from "#lib/cli/checks.ts";
import { describeFailure, PlainFailure } from "#lib/cli/failure.ts";
import { ensureBuild } from "#lib/cli/stack/build.ts";
import { runTool, type ToolRun } from "#lib/cli/tools.ts";

type Count = { passed: number; failed: number };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

function readReport<T extends z.ZodType>(file: string, shape: T): z.output<T> | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined; // The tool ended before it could report; its exit code says so.
  }
}

// A tool that failed without a failing test (a file that does not load, an unhandled error) has failed all the same.
function count(run: ToolRun, passed: number, failed: number): Count {
  return { passed, failed: run.code !== 0 && failed === 0 ? 1 : failed };
}

async function runVitest(project: string, files: string[], folder: string): Promise<Count> {
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
  const found = readReport(report, vitestReport);
  const unloaded = found?.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return count(run, found?.numPassedTests ?? 0, (found?.numFailedTests ?? 0) + (unloaded?.length ?? 0));
}

async function runJourneys(files: string[], folder: string): Promise<Count> {
  const report = path.join(folder, "e2e.json");
  const run = await runTool("playwright", ["test", "--reporter=list,json", ...files], {
    print: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const found = readReport(report, playwrightReport);
  const { expected = 0, unexpected = 0, flaky = 0 } = found?.stats ?? {};
  return count(run, expected, unexpected + flaky);
}

const parts = {
  check: () => runChecks(staticChecks),
  unit: (files: string[], folder: string) => runVitest("unit", files, folder),
  integration: (files: string[], folder: string) => runVitest("integration", files, folder),
  e2e: runJourneys,
} as const;

const names = ["check", "unit", "integration", "e2e"] as const;

async function runPart(
  name: (typeof names)[number],
  files: string[],
  folder: string,
  stopped: AbortSignal,
): Promise<Count> {
  console.log(`\n== ${name}`);
  try {
    // Both start whole systems; one build before them, in nobody's time limit.
    if (name === "integration" || name === "e2e") await ensureBuild(stopped);
    return await parts[name](files, folder);
  } catch (error) {
    console.error(describeFailure(error));
    return { passed: 0, failed: 1 };
  }
}

/** `npm test -- unit tests/unit/x.test.ts`: which parts, and which files of them; everything without arguments. */
function readArguments(given: string[]): { chosen: readonly (typeof names)[number][]; files: string[] } {
  const chosen = names.filter((name) => given.includes(name));
  const files = given.filter((word) => !names.some((name) => name === word));
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
  const total = { passed: 0, failed: 0 };
  for (const name of chosen) {
    if (stop.signal.aborted) break;
    const { passed, failed } = await runPart(name, files, folder, stop.signal);
    total.passed += passed;
    total.failed += failed;
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return !stop.signal.aborted && total.failed === 0 && total.passed > 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
process.exit();
