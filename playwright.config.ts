import { defineConfig } from "@playwright/test";
import { browserArguments } from "#lib/cli/browser.ts";

// The system and the browser to test: set by hand, or by the set-up once it has started them. E2E_TRACE=1 records what
// a failing journey did; recording all of them costs a fifth of the machine.
const { E2E_BASE_URL, CHROMIUM_PATH, E2E_TRACE } = process.env;

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/e2e-setup.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  // On a busy machine a journey may time out: it gets a second try, and the run says so at its end.
  retries: 1,
  // Generous, because on a busy machine journeys are more often slow than stuck.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [["line"], ["json", { outputFile: "test-results/report.json" }]],
  use: {
    ...(E2E_BASE_URL ? { baseURL: E2E_BASE_URL } : {}),
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    viewport: { width: 1280, height: 900 },
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    screenshot: "only-on-failure",
    trace: { mode: E2E_TRACE ? "retain-on-failure" : "off", screenshots: false, sources: false },
    launchOptions: { args: browserArguments, ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}) },
  },
});
