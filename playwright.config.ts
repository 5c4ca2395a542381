import { defineConfig } from "@playwright/test";
import { browserArguments } from "#lib/cli/browser.ts";

// A system and a browser of the journeys' own are started by the set-up, which tells their addresses by variables.
const { E2E_URL, CHROMIUM_PATH } = process.env;

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/e2e-setup.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    ...(E2E_URL ? { baseURL: E2E_URL } : {}),
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { args: browserArguments, ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}) },
  },
});
