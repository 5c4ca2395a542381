import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// The suite runs in a zone with a quarter-hour offset, so that code that forgets a time zone fails.
process.env.TZ = "Asia/Kathmandu";

/** The longest first, and before all the one that waits for a minute and more for what dead workers leave behind. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const waits = ({ moduleId }: TestSpecification) => moduleId.endsWith("/crash.test.ts");
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))];
  }
}

export default defineConfig({
  ssr: { resolve: { conditions: ["react-server", "node"], externalConditions: ["react-server", "node"] } },
  test: {
    // One test that timed out on a busy machine once spoilt a run of twenty minutes. A failed test gets a second try,
    // and the run says at its end which tests needed one.
    retry: 1,
    // One worker on two cores is the default.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    setupFiles: [
      "tests/support/test-env.ts",
      "tests/support/strict-console.ts",
      "tests/support/set-up-time.ts",
    ],
    projects: [
      {
        extends: true,
        // Rasterising a page takes seconds on a busy machine.
        test: {
          name: "unit",
          include: ["tests/{unit,architecture,golden}/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          // Half of their time is waiting.
          maxWorkers: 3,
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
