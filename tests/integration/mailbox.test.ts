import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startMailbox } from "#lib/cli/mailbox/catcher.ts";
import { findCaughtMail, listCaughtMails } from "#lib/mail/caught.ts";

let folder: string;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "hosho-mailbox-"));
  mailbox = await startMailbox({ port: 0, folder });
});
afterEach(async () => {
  await mailbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

function send(to: string, subject = "お知らせ"): Promise<unknown> {
  const transport = createTransport({ host: "127.0.0.1", port: mailbox.port });
  return transport.sendMail({
    from: "保証デスク <desk@hosho.example>",
    to,
    subject,
    text: "髙﨑 様\n発行が完了しました。",
    html: "<p>髙﨑 様</p>",
    messageId: "<fixed@hosho.example>",
    attachments: [{ filename: "お知らせ.pdf", content: Buffer.from("%PDF-1.7") }],
  });
}

describe("The mail catcher", () => {
  test("has a mail on file, with every part, by the time it says 250", async () => {
    await send("koji@marumaru.example");
    const [mail] = await listCaughtMails(folder);
    expect(mail).toMatchObject({
      from: '"保証デスク" <desk@hosho.example>',
      to: ["koji@marumaru.example"],
      subject: "お知らせ",
      html: "<p>髙﨑 様</p>",
      messageId: "<fixed@hosho.example>",
      attachments: [{ filename: "お知らせ.pdf", contentType: "application/pdf", bytes: 8 }],
    });
    expect(mail?.text).toContain("髙﨑 様\n発行が完了しました。");
    expect(readFileSync(path.join(folder, `${mail?.id}.eml`), "latin1")).toContain(
      "Message-ID: <fixed@hosho.example>",
    );
  });

  test("lists the newest first and finds each by its id alone", async () => {
    for (const subject of ["一", "二", "三"]) await send("koji@marumaru.example", subject);
    const mails = await listCaughtMails(folder);
    expect(mails.map((mail) => mail.subject)).toEqual(["三", "二", "一"]);
    expect((await findCaughtMail(folder, mails[1]?.id ?? ""))?.subject).toBe("二");
    expect(await findCaughtMail(folder, "../../etc/passwd")).toBeUndefined();
  });

  test("refuses an undeliverable address for good and keeps nothing", async () => {
    await expect(send("undeliverable-1@marumaru.example")).rejects.toMatchObject({ responseCode: 550 });
    expect(await listCaughtMails(folder)).toEqual([]);
  });

  test("takes fifty mails at once", async () => {
    await Promise.all(Array.from({ length: 50 }, (_, index) => send(`p${index}@marumaru.example`)));
    const recipients = (await listCaughtMails(folder)).flatMap((mail) => mail.to);
    expect(new Set(recipients).size).toBe(50);
  });
});
