import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { inCheckout } from "#lib/cli/paths.ts";

/** How long one test took, or the set-up of its file. */
export type Timing = { name: string; seconds: number };

/**
 * The report of a test tool: how many tests passed, which failed or passed only at the second try, why, and how long
 * each took.
 */
export type TestReport = { passed: number; failed: string[]; retried: string[]; timings: Timing[] };

const nameOf = (file: string, title: string) => `${file.replace(`${inCheckout("")}/`, "")} › ${title}`;

function inWords(file: string, title: string, errors: string[]): string {
  const reason = stripVTControlCharacters(errors.join("\n")).split("\n").slice(0, 12);
  return [nameOf(file, title), ...reason].join("\n    ");
}

/** A report of nothing, to be filled in. */
export function emptyReport(): TestReport {
  return { passed: 0, failed: [], retried: [], timings: [] };
}

/** The slowest tests of several reports as lines to print, the slowest first. */
export function listSlowest(timings: readonly Timing[], count: number): string[] {
  return [...timings]
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);
}

function read<T extends z.ZodType>(file: string, shape: T): z.output<T> | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined; // The tool ended before it could write a report; its exit code says so.
  }
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()),
          duration: z.number().optional(),
          // Written by tests/support/set-up-time.ts.
          meta: z.object({ setUpMs: z.number().optional() }).optional(),
        }),
      ),
    }),
  ),
});

/** Reads the JSON report of vitest; a file that does not load counts as one failure. */
export function readVitestReport(report: string): TestReport {
  const result = emptyReport();
  for (const { name, status, message, assertionResults } of read(report, vitestReport)?.testResults ?? []) {
    if (status === "failed" && !assertionResults.some((test) => test.status === "failed"))
      result.failed.push(inWords(name, "(the file)", [message]));
    for (const test of assertionResults) {
      if (test.status === "passed") result.passed += 1;
      const list = test.status === "passed" ? result.retried : result.failed;
      if (test.failureMessages.length > 0) list.push(inWords(name, test.fullName, test.failureMessages));
      result.timings.push({ name: nameOf(name, test.fullName), seconds: (test.duration ?? 0) / 1000 });
      const { setUpMs } = test.meta ?? {};
      if (setUpMs !== undefined)
        result.timings.push({ name: nameOf(name, "(set-up)"), seconds: setUpMs / 1000 });
    }
  }
  return result;
}

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(["expected", "unexpected", "flaky", "skipped"]),
      results: z.array(
        z.object({ duration: z.number(), errors: z.array(z.object({ message: z.string().optional() })) }),
      ),
    }),
  ),
});

const playwrightSuite = z.object({
  specs: z.array(playwrightSpec),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});

const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(z.object({ message: z.string().optional() })),
});

function specsOf(suite: z.output<typeof playwrightSuite>): z.output<typeof playwrightSpec>[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

/** Reads the JSON report of the browser journeys; an error outside every journey counts as one failure. */
export function readPlaywrightReport(report: string): TestReport {
  const found = read(report, playwrightReport);
  const result = emptyReport();
  for (const { message = "" } of found?.errors ?? []) result.failed.push(inWords("", "(the run)", [message]));
  for (const { title, file: spec, tests } of found?.suites.flatMap(specsOf) ?? []) {
    const file = `tests/e2e/${spec}`;
    for (const { status, results } of tests) {
      const errors = results.flatMap((run) => run.errors.map((error) => error.message ?? ""));
      if (status === "expected" || status === "flaky") result.passed += 1;
      if (status === "flaky") result.retried.push(inWords(file, title, errors));
      for (const { duration } of results)
        result.timings.push({ name: nameOf(file, title), seconds: duration / 1000 });
      if (status === "unexpected") result.failed.push(inWords(file, title, errors));
    }
  }
  return result;
}
