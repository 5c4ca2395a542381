import { mkdir } from "node:fs/promises";
import { startMailbox } from "#lib/cli/mailbox/catcher.ts";
import { livePart } from "#lib/cli/stack/part-process.ts";
import { env } from "#lib/core/env.ts";

await livePart(async () => {
  const { mailboxDir, smtpUrl } = env();
  if (mailboxDir === undefined) throw new Error("MAILBOX_DIR is not set.");
  await mkdir(mailboxDir, { recursive: true });
  const mailbox = await startMailbox({ port: Number(new URL(smtpUrl).port), folder: mailboxDir });
  return mailbox.stop;
}, 5_000);
