import { defineConfig } from "vitest/config";

// The suite lives in a zone with a quarter-hour offset, so that code which forgets a time zone fails.
process.env.TZ = "Asia/Kathmandu";

export default defineConfig({
  ssr: { resolve: { conditions: ["react-server", "node"], externalConditions: ["react-server", "node"] } },
  test: {
    // Twenty minutes of proof were once thrown away by one test that a busy machine had starved: a failed test gets
    // a second try, and the run says at its end which tests needed one.
    retry: 1,
    // One worker on two cores is the default; half of the time of these tests is waiting.
    maxWorkers: 2,
    setupFiles: [
      "tests/support/test-env.ts",
      "tests/support/strict-console.ts",
      "tests/support/set-up-time.ts",
    ],
    projects: [
      {
        extends: true,
        // Rasterising a page takes seconds on a machine that does other things too.
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
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
