import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "#lib/cli/database/connect.ts";
import { inScope } from "#lib/core/db.ts";
import { listFailedJobs, retryFailedJob } from "#lib/jobs/failures.ts";
import { postMail } from "#lib/mail/outbox.ts";
import { guaranteeIssued } from "#lib/mail/templates/guarantee-issued.ts";
import { otherStaff, staff } from "#prisma/seed/factories.ts";
import type { Answer } from "#tests/support/mail-server.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsThatExist, type World } from "#tests/support/world.ts";

let world: World;

type Row = { status: string; attempts: number; last_error: string | null; message_id: string };

beforeAll(async () => {
  world = await openWorld({ smtp: "?socketTimeout=1500" });
  // The real delays grow from 5 s to half an hour; here every retry follows at the next poll. All else is as installed:
  // attempts, dead letters, batches.
  await withClient(world.urls.ownerUrl, (client) =>
    client.query("UPDATE pgboss.queue SET retry_delay = 0, retry_backoff = false WHERE name = 'mail.send'"),
  );
  await world.startWorker();
});
afterAll(() => world.close());

const plain = { subject: "件名", text: "本文", html: "<p>本文</p>" };

function post(recipient: string, mail = plain, by = staff): Promise<string | null> {
  return inScope(by, (tx) =>
    postMail(tx, { topic: `test:${recipient}`, recipient, branchId: by.partyId }, mail),
  );
}

async function rowOf(recipient: string): Promise<Row> {
  const [row] = await rowsThatExist<Row>(
    world.urls,
    "SELECT status::text, attempts, last_error, message_id FROM outbox_mails WHERE recipient = $1",
    [recipient],
  );
  if (!row) throw new Error(`no mail to ${recipient}`);
  return row;
}

const untilMail = (recipient: string, status: string, withinMs = 30_000) =>
  until(
    `mail to ${recipient} ${status}`,
    async () => {
      const row = await rowOf(recipient);
      return row.status === status && row;
    },
    { withinMs, everyMs: 100, seen: () => rowOf(recipient) },
  );

const deadLetters = (recipient: string) =>
  rowsThatExist<{ reason: string }>(
    world.urls,
    `SELECT f.reason FROM failed_jobs f JOIN outbox_mails m ON f.job_key = 'mail.send:' || m.id
      WHERE m.recipient = $1`,
    [recipient],
  );

const acceptedFor = (recipient: string) =>
  world.mail.accepted.filter((message) => message.recipient === recipient);

describe("A mail server in trouble", () => {
  const passing: { name: string; recipient: string; answers: Answer[] }[] = [
    { name: "421 at the recipient", recipient: "a421@x.example", answers: [{ at: "recipient", code: 421 }] },
    { name: "451 at the recipient", recipient: "a451@x.example", answers: [{ at: "recipient", code: 451 }] },
    { name: "421 after the message", recipient: "d421@x.example", answers: [{ at: "data", code: 421 }] },
    { name: "451 after the message", recipient: "d451@x.example", answers: [{ at: "data", code: 451 }] },
    { name: "no reply at all", recipient: "hang@x.example", answers: ["hang"] },
    { name: "a connection cut after the message", recipient: "drop@x.example", answers: ["drop"] },
  ];

  test.for(passing)(
    "answering with $name is tried again and gets the mail once",
    async ({ recipient, answers }) => {
      world.mail.treat(recipient, ...answers, "accept");
      await post(recipient);
      const row = await untilMail(recipient, "sent");
      expect(row).toMatchObject({ attempts: 2, last_error: null });
      expect(world.mail.attempts.get(recipient)).toBe(2);
      expect(acceptedFor(recipient).map(({ mail }) => mail.messageId)).toEqual([row.message_id]);
      expect(await deadLetters(recipient)).toEqual([]);
    },
  );

  test.for([
    { name: "recipient", at: "recipient" as const },
    { name: "message", at: "data" as const },
  ])("refusing the $name with 550 is final: one try, a dead letter with the reason", async ({ at }) => {
    const recipient = `no-${at}@x.example`;
    world.mail.treat(recipient, { at, code: 550 }, "accept");
    await post(recipient);
    const [letter] = await until("dead letter", async () => {
      const letters = await deadLetters(recipient);
      return letters.length > 0 && letters;
    });
    expect(letter?.reason).toContain("550");
    expect(await rowOf(recipient)).toMatchObject({ status: "failed", attempts: 1 });
    // A later mail to somebody else has been sent, so every retry would have had its turn by now.
    await post(`after-${at}@x.example`);
    await untilMail(`after-${at}@x.example`, "sent");
    expect(world.mail.attempts.get(recipient)).toBe(1);
    const [job] = await rowsThatExist<{ open: number }>(
      world.urls,
      `SELECT count(*)::int AS open FROM pgboss.job j JOIN outbox_mails m ON j.data->>'mailId' = m.id::text
        WHERE j.name = 'mail.send' AND m.recipient = $1 AND j.state < 'completed'`,
      [recipient],
    );
    expect(job).toEqual({ open: 0 });
  });

  test("that never gets well uses up the attempts, then the branch sees a dead letter and can start it again", async () => {
    const recipient = "greylisted@x.example";
    await withClient(world.urls.ownerUrl, (client) =>
      client.query("UPDATE pgboss.queue SET retry_limit = 2 WHERE name = 'mail.send'"),
    );
    world.mail.treat(
      recipient,
      ...Array.from({ length: 3 }, () => ({ at: "recipient", code: 451 }) as const),
      "accept",
    );
    await post(recipient);
    const failed = await until("dead letter", async () => {
      const list = await inScope(staff, listFailedJobs);
      return list.find(({ reason }) => reason.includes("451"));
    });
    expect(world.mail.attempts.get(recipient)).toBe(3);
    expect(await inScope(otherStaff, listFailedJobs)).toEqual([]);
    expect(await inScope(otherStaff, (tx) => retryFailedJob(tx, failed.jobKey))).toBe(false);

    const pressed = await Promise.all(
      [1, 2, 3].map(() => inScope(staff, (tx) => retryFailedJob(tx, failed.jobKey))),
    );
    expect(pressed.filter(Boolean)).toHaveLength(1);
    await untilMail(recipient, "sent");
    expect(acceptedFor(recipient)).toHaveLength(1);
    expect(await deadLetters(recipient)).toEqual([]);
  });
});

describe("The mail about an issue on the wire", () => {
  const model = {
    contractorName: "〇〇建設 株式会社",
    workName: "道路改良工事",
    obligeeTitle: "小田原市長",
    productName: "前払金保証",
    contractNumber: "35075-00000M",
    url: "http://127.0.0.1:3000/desk/contracts/1",
    guarantorName: "見本建設業保証株式会社",
    branch: { name: "神奈川支店", tel: "045-000-0000", hours: "平日 9:00～17:00" },
  };

  test("has the subject of the leaflet, text and HTML alike, one recipient and our Message-ID", async () => {
    await post("wire@x.example", guaranteeIssued(model));
    const row = await untilMail("wire@x.example", "sent");
    const [one] = acceptedFor("wire@x.example");
    expect(one?.mail).toMatchObject({
      subject: "電子保証（認証キー）発行完了のお知らせ",
      messageId: row.message_id,
      from: { value: [{ address: "noreply@hosho-desk.example", name: "保証デスク" }] },
      to: { value: [{ address: "wire@x.example" }] },
      attachments: [],
    });
    for (const fact of [model.contractNumber, model.workName, model.obligeeTitle, model.url]) {
      expect(one?.mail.text).toContain(fact);
      expect(one?.mail.html).toContain(fact);
    }
    expect(one?.mail.headers.get("auto-submitted")).toBe("auto-generated");
  });

  test("gets no further header, recipient or line from CR and LF in any name", async () => {
    const evil = "\r\nBcc: thief@x.example\r\nX-Injected: yes\r\n\r\nhello\n.\r\nMAIL FROM:<a@b>";
    const mail = guaranteeIssued({
      ...model,
      contractorName: `社名${evil}`,
      workName: `工事${evil}`,
      obligeeTitle: `市長${evil}`,
      contractNumber: `35075-00000M${evil}`,
    });
    const before = world.mail.accepted.length;
    await post("crlf@x.example", { ...mail, subject: `件名${evil}` });
    await untilMail("crlf@x.example", "sent");
    expect(world.mail.accepted.length).toBe(before + 1);
    const [one] = acceptedFor("crlf@x.example");
    expect([...(one?.mail.headers.keys() ?? [])].sort()).toEqual([
      "auto-submitted",
      "content-type",
      "date",
      "from",
      "message-id",
      "mime-version",
      "subject",
      "to",
    ]);
    expect(one?.mail.to).toMatchObject({ value: [{ address: "crlf@x.example" }] });
    expect(world.mail.attempts.has("thief@x.example")).toBe(false);
  });

  test("never goes to a second address hidden in the recipient", async () => {
    const recipient = "one@x.example\r\nRCPT TO:<thief@x.example>";
    await post(recipient);
    await until("an end of the mail", async () => (await rowOf(recipient)).status !== "queued");
    expect(world.mail.attempts.has("thief@x.example")).toBe(false);
    expect(acceptedFor("thief@x.example")).toEqual([]);
  });
});
