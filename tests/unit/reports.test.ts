import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { inCheckout } from "#lib/cli/paths.ts";
import { listSlowest, readPlaywrightReport, readVitestReport } from "#lib/cli/reports.ts";

const folder = mkdtempSync(path.join(tmpdir(), "hosho-reports-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(report: unknown): string {
  const file = path.join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
}

test("a report of vitest tells failures, second tries, times and the set-up of a file", () => {
  const passed = { status: "passed", failureMessages: [], duration: 1_500 };
  const report = written({
    testResults: [
      {
        name: inCheckout("tests/unit/a.test.ts"),
        status: "failed",
        message: "",
        assertionResults: [
          { ...passed, fullName: "first", meta: { setUpMs: 4_000 } },
          { ...passed, fullName: "second", failureMessages: ["starved"] },
          { status: "failed", fullName: "third", failureMessages: ["wrong"], duration: 20 },
        ],
      },
      { name: inCheckout("tests/unit/b.test.ts"), status: "failed", message: "unread", assertionResults: [] },
    ],
  });
  expect(readVitestReport(report)).toEqual({
    passed: 2,
    failed: ["tests/unit/a.test.ts › third\n    wrong", "tests/unit/b.test.ts › (the file)\n    unread"],
    retried: ["tests/unit/a.test.ts › second\n    starved"],
    timings: [
      { name: "tests/unit/a.test.ts › first", seconds: 1.5 },
      { name: "tests/unit/a.test.ts › (set-up)", seconds: 4 },
      { name: "tests/unit/a.test.ts › second", seconds: 1.5 },
      { name: "tests/unit/a.test.ts › third", seconds: 0.02 },
    ],
  });
});

test("a report of the journeys tells every try of a journey, in nested suites too", () => {
  const journey = (title: string, status: string, tries: { duration: number; errors: object[] }[]) => ({
    title,
    file: "a.spec.ts",
    tests: [{ status, results: tries }],
  });
  const error = { message: "\u001b[31mnot visible\u001b[39m" };
  const report = written({
    errors: [{ message: "no system" }],
    suites: [
      {
        specs: [journey("first", "expected", [{ duration: 2_000, errors: [] }])],
        suites: [
          {
            specs: [
              journey("second", "flaky", [
                { duration: 9_000, errors: [error] },
                { duration: 3_000, errors: [] },
              ]),
              journey("third", "unexpected", [{ duration: 1_000, errors: [error] }]),
            ],
          },
        ],
      },
    ],
  });
  const found = readPlaywrightReport(report);
  expect(found).toMatchObject({
    passed: 2,
    failed: [" › (the run)\n    no system", "tests/e2e/a.spec.ts › third\n    not visible"],
    retried: ["tests/e2e/a.spec.ts › second\n    not visible"],
  });
  expect(listSlowest(found.timings, 2)).toEqual([
    "    9.0 s  tests/e2e/a.spec.ts › second",
    "    3.0 s  tests/e2e/a.spec.ts › second",
  ]);
});

test("a report that was never written tells nothing, and the tool's exit code says why", () => {
  const nothing = { passed: 0, failed: [], retried: [], timings: [] };
  expect(readVitestReport(path.join(folder, "none.json"))).toEqual(nothing);
  expect(readPlaywrightReport(path.join(folder, "none.json"))).toEqual(nothing);
});
