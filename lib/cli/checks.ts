import { ensureClient } from "#lib/cli/database/client.ts";
import { emptyReport, type TestReport } from "#lib/cli/reports.ts";
import { runTool, type ToolRun } from "#lib/cli/tools.ts";

type Check = { name: string; run(): Promise<ToolRun> };

const format: Check = {
  name: "format and lint",
  run: () => runTool("biome", ["ci", "--colors=off", "--reporter=summary", "."]),
};

const types: Check = {
  name: "types",
  async run() {
    // A fresh clone does not have the types that Next generates (next-env.d.ts, the types of the routes).
    const written = await runTool("next", ["typegen"], { env: { NEXT_TELEMETRY_DISABLED: "1" } });
    return written.code === 0 ? runTool("tsc", ["--noEmit"]) : written;
  },
};

const unused: Check = { name: "unused code", run: () => runTool("knip", ["--no-progress"]) };

/** Import direction and names. A full test run leaves it out, since it is one of the unit tests. */
export const architecture: Check = {
  name: "architecture",
  run: () => runTool("vitest", ["run", "--project", "unit", "tests/architecture"]),
};

/** The checks that only read the code. */
export const staticChecks: readonly Check[] = [format, types, unused];

/** Runs checks side by side, prints the result of each, and the output of those that failed. */
export async function runChecks(checks: readonly Check[]): Promise<TestReport> {
  await ensureClient();
  const results = await Promise.all(
    checks.map(async (check) => {
      const begun = performance.now();
      const { code, output } = await check.run();
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      console.log(
        `${code === 0 ? "✓" : "✗"} ${check.name} (${seconds} s)${code === 0 ? "" : `\n${output.trim()}\n`}`,
      );
      return { name: check.name, code, output };
    }),
  );
  const failed = results.filter(({ code }) => code !== 0);
  return {
    ...emptyReport(),
    passed: results.length - failed.length,
    failed: failed.map(({ name, output }) => `${name}\n${output.trim().slice(-3000)}`),
  };
}
