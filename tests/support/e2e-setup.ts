import { findBrowser } from "#lib/cli/browser.ts";
import { awaitReady, launchStack, makeDataDir, removeDataDir } from "#tests/support/stack.ts";

/**
 * Before the journeys: finds a browser and starts a whole system of their own (production build, real worker, SMTP).
 * Tells the tests where: E2E_URL, E2E_MAILBOX_DIR, E2E_DATA_DIR. Returns how to take it down.
 */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.CHROMIUM_PATH = await findBrowser();
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
  process.env.E2E_URL = stack.url;
  process.env.E2E_MAILBOX_DIR = stack.mailboxDir;
  process.env.E2E_DATA_DIR = dataDir;
  return close;
}
