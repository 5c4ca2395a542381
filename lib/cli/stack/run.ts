import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { makePassableFolder } from "#lib/cli/database/postgres-user.ts";
import { describeFailure } from "#lib/cli/failure.ts";
import { inCheckout } from "#lib/cli/paths.ts";
import { readSettings, type Settings } from "#lib/cli/settings.ts";
import { assertRoom } from "#lib/cli/stack/disk.ts";
import { assertPortFree } from "#lib/cli/stack/ports.ts";
import { type RunRecord, takeDataDir } from "#lib/cli/stack/run-record.ts";
import { Stack } from "#lib/cli/stack/stack.ts";
import { inheritedEnv } from "#lib/core/env.ts";

const demoLogins = [
  ["contractor@demo.example", "受注者 〇〇建設 株式会社"],
  ["contractor2@demo.example", "受注者 △△土木 株式会社"],
  ["branch@demo.example", "神奈川支店 担当者"],
  ["approver@demo.example", "神奈川支店 承認者"],
  ["branch2@demo.example", "静岡支店 担当者"],
  ["approver2@demo.example", "静岡支店 承認者"],
  ["odawara@demo.example", "小田原市 職員"],
  ["mihon@demo.example", "見本市 職員"],
  ["admin@demo.example", "保証事業会社 管理者"],
] as const;

function announce(settings: Settings): void {
  console.log(`\nready http://127.0.0.1:${settings.port}`);
  if (!settings.demo) return;
  console.log("\nDemo logins (password of all: odawara-netdesk-2026)");
  for (const [login, who] of demoLogins) console.log(`  ${login.padEnd(26)} ${who}`);
  if (settings.smtpUrl === undefined) console.log(`Mails: http://127.0.0.1:${settings.port}/dev/mailbox`);
  console.log("Stop with Ctrl-C.");
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function untilAsked(): Promise<"asked"> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve("asked"));
    // The bootstrap was killed, so nobody is left who could stop us.
    process.on("disconnect", () => resolve("asked"));
  });
}

async function close(stack: Stack): Promise<void> {
  const begun = performance.now();
  for (const signal of signals)
    process.on(signal, () => {
      // One Ctrl-C arrives twice, from the terminal and through npm; only a later one means that the person insists.
      if (performance.now() - begun > 1_000) void stack.close(true);
    });
  await stack.close();
}

/** `npm start` (and `npm run dev`): brings everything up, keeps it up, and takes it down when asked. Ends the process. */
export async function runStack(dev: boolean): Promise<never> {
  const asked = untilAsked();
  let record: RunRecord | undefined;
  let stack: Stack | undefined;
  let code = 0;
  try {
    if (existsSync(inCheckout(".env"))) loadEnvFile(inCheckout(".env"));
    const variables = inheritedEnv();
    const settings = readSettings(variables);
    makePassableFolder(settings.dataDir);
    await assertRoom(settings.dataDir);
    const callers = (variables.HOSHO_CALLERS ?? "").split(",").map(Number).filter(Boolean);
    record = await takeDataDir(settings.dataDir, settings.appUrl, callers);
    await assertPortFree(settings.port, settings.host);
    stack = new Stack(settings, record, dev);
    if ((await Promise.race([stack.open(), asked])) !== "asked") {
      announce(settings);
      await Promise.race([asked, stack.lost]);
    }
    console.log("Stopping …");
  } catch (error) {
    console.error(`\n${describeFailure(error)}`);
    code = 1;
  }
  if (stack) await close(stack);
  else record?.remove();
  if (code === 0) console.log("Stopped.");
  process.exit(code);
}
