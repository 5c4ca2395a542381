import { defineConfig } from "vitest/config";

// The suite runs in a zone with a quarter-hour offset, so that code that forgets a time zone fails.
process.env.TZ = "Asia/Kathmandu";

export default defineConfig({
  ssr: { resolve: { conditions: ["react-server", "node"], externalConditions: ["react-server", "node"] } },
  test: {
    // One test that timed out on a busy machine once spoilt a run of twenty minutes. A failed test gets a second try,
    // and the run says at its end which tests needed one.
    retry: 1,
    // The default is one worker on two cores, but these tests spend half of their time waiting.
    maxWorkers: 2,
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
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
