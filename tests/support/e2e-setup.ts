import { rmSync } from "node:fs";
import { findBrowser } from "#lib/cli/browser.ts";
import { assertNoSecretIn, secretsFile } from "#tests/support/e2e-secrets.ts";
import { awaitReady, launchStack, makeDataDir, removeDataDir } from "#tests/support/stack.ts";

/**
 * Before the journeys: finds a browser and starts a complete system for them (production build, real worker, SMTP),
 * unless E2E_BASE_URL names a running one, and sets E2E_BASE_URL for the tests. Returns how to stop it.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  process.env.CHROMIUM_PATH = await findBrowser();
  rmSync(secretsFile, { force: true });
  if (process.env.E2E_BASE_URL) return undefined;
  const dataDir = makeDataDir();
  const stack = await launchStack({ DATA_DIR: dataDir, DEMO: "1" });
  const close = async () => {
    await stack.stop();
    removeDataDir(dataDir);
  };
  try {
    await awaitReady(stack, 5 * 60_000);
  } catch (error) {
    await close();
    throw error;
  }
  process.env.E2E_BASE_URL = stack.url;
  return async () => {
    await close();
    assertNoSecretIn(stack.output(), "what the system said");
    rmSync(secretsFile, { force: true });
  };
}
