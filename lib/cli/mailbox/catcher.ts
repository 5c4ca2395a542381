import { readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { now } from "#lib/core/clock.ts";
import { newId } from "#lib/core/ids.ts";
import type { CaughtMail } from "#lib/mail/caught.ts";

const kept = 2_000;

function summarise(mail: ParsedMail, session: SMTPServerSession): CaughtMail {
  return {
    id: newId(),
    caughtAt: now().toISOString(),
    messageId: mail.messageId ?? "",
    from: mail.from?.text ?? "",
    to: session.envelope.rcptTo.map((recipient) => recipient.address),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: typeof mail.html === "string" ? mail.html : "",
    attachments: mail.attachments.map((attachment) => ({
      filename: attachment.filename ?? "",
      contentType: attachment.contentType,
      bytes: attachment.size,
    })),
  };
}

async function store(folder: string, raw: Buffer, session: SMTPServerSession): Promise<void> {
  const mail = summarise(await simpleParser(raw), session);
  await writeFile(path.join(folder, `${mail.id}.eml`), raw);
  // Renamed only when complete: the page may be listing the folder at this moment.
  const file = path.join(folder, `${mail.id}.json`);
  await writeFile(`${file}.new`, JSON.stringify(mail, null, 2));
  await rename(`${file}.new`, file);
}

async function forgetOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".eml")).sort();
  const oldest = names.slice(0, Math.max(0, names.length - kept));
  await Promise.all(
    oldest.flatMap((name) =>
      [name, name.replace(/\.eml$/, ".json")].map((file) => rm(path.join(folder, file), { force: true })),
    ),
  );
}

/**
 * Starts the demo's mail server on 127.0.0.1. It delivers nothing, keeps every mail as a file in `folder` (at most
 * 2,000, trimmed at each start) and answers 250 once the file is written. Addresses that begin with `undeliverable` are
 * refused with 550, so that failed mails can be seen.
 */
export async function startMailbox(options: {
  port: number;
  folder: string;
}): Promise<{ port: number; stop: () => Promise<void> }> {
  await forgetOldest(options.folder);
  const server = new SMTPServer({
    banner: "hosho-desk mailbox",
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: 30 * 1024 * 1024,
    logger: false,
    onRcptTo(address, _session, callback) {
      if (!address.address.toLowerCase().startsWith("undeliverable")) return callback();
      callback(Object.assign(new Error("No such mailbox"), { responseCode: 550 }));
    },
    onData(stream, session, callback) {
      buffer(stream)
        .then((raw) => store(options.folder, raw, session))
        .then(
          () => callback(),
          (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
  server.on("error", () => undefined); // A client that drops its connection must not end the server.
  const listening = await new Promise<number>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(options.port, "127.0.0.1", () => {
      const address = server.server.address();
      resolve(typeof address === "object" && address ? address.port : options.port);
    });
  });
  return { port: listening, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
