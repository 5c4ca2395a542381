import { afterAll, beforeAll, expect, test } from "vitest";
import { contractorScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { submitApplication } from "#lib/features/applications/commands.ts";
import { findApplication } from "#lib/features/applications/queries.ts";
import { saveDraft } from "#lib/features/drafts/commands.ts";
import { beginExamination, returnApplication } from "#lib/features/examinations/commands.ts";
import { openConversation, writeToBranch, writeToContractor } from "#lib/features/messages/commands.ts";
import { listUnread, listUnreadIds } from "#lib/features/messages/queries.ts";
import { presentRemarks } from "#lib/features/submissions/present.ts";
import { listSubmissions } from "#lib/features/submissions/queries.ts";
import { messageAnnounce } from "#lib/jobs/definitions/message-announce.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import {
  anApplication,
  approver,
  contractor,
  otherContractor,
  otherStaff,
  staff,
} from "#prisma/seed/factories.ts";
import { kanagawa, marumaru, users } from "#prisma/seed/masters.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsSeenBy, rowsThatExist, type World } from "#tests/support/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.startWorker();
});
afterAll(() => world.close());

const body = "図面の差替えについて、秘密の質問です。";
const mailsTo = (address: string, about: string) =>
  world.mail.accepted.filter(
    ({ mail }) => [mail.to].flat().some((to) => to?.text.includes(address)) && mail.text?.includes(about),
  );
const countOf = async (id: string) =>
  (await rowsThatExist(world.urls, "SELECT 1 FROM messages WHERE application_id = $1", [id])).length;
const isUnread = (side: "contractor" | "branch", id: string) =>
  inScope(side === "branch" ? staff : contractor, async (tx) =>
    (await listUnreadIds(tx, side, [id])).has(id),
  );
const open = (scope: typeof staff | typeof contractor, id: string) =>
  inScope(scope, (tx) => openConversation(tx, scope, id, []));

test("A question is one message however often it is pressed, unread at the branch until somebody there has opened it, and mailed without its words", async () => {
  const { id, receiptNumber } = await anApplication().named("質問工事").submitted();
  const clicks = await Promise.all(
    [1, 2, 3, 4].map(() => writeToBranch(contractor, { id, number: 1, body })),
  );
  expect(clicks).toEqual(Array.from({ length: 4 }, () => ({ id, number: 1 })));
  expect(await countOf(id)).toBe(1);
  expect(await isUnread("branch", id)).toBe(true);
  expect(await isUnread("contractor", id)).toBe(false);

  // Nobody examines it yet, so everybody in the branch gets a mail, and nobody in the other one.
  for (const { email } of [users.staff, users.approver])
    await until(email, () => mailsTo(email, receiptNumber).length === 1);
  expect(mailsTo(users.staff2.email, receiptNumber)).toEqual([]);
  for (const { mail, raw } of world.mail.accepted)
    for (const part of [mail.subject, mail.text, mail.html, raw]) expect(String(part)).not.toContain(body);
  expect(mailsTo(users.staff.email, receiptNumber)[0]?.mail.text).toContain(`/branch/applications/${id}`);

  const conversation = await open(staff, id);
  expect(conversation.items).toMatchObject([{ mine: false, body, unread: true }]);
  expect(await isUnread("branch", id)).toBe(false);
  expect((await open(approver, id)).items[0]?.unread).toBe(false);
  expect((await open(contractor, id)).items).toMatchObject([{ mine: true, seen: true }]);
});

test("An answer is unread at the company, stands among its tasks, is mailed once to its person also when the job runs again, and tells of an office", async () => {
  const { id, receiptNumber } = await anApplication().named("回答工事").examining();
  expect(await writeToContractor(staff, { id, number: 1, body })).toEqual({ id, number: 1 });
  expect(await isUnread("contractor", id)).toBe(true);
  const tasks = await inScope(contractor, (tx) => listUnread(tx, "contractor", 20));
  expect(tasks.map((task) => task.id)).toContain(id);
  await until("the mail", () => mailsTo(users.contractor.email, receiptNumber).length === 1);
  const [arrived] = mailsTo(users.contractor.email, receiptNumber);
  expect(arrived?.mail.text).toContain(`/desk/applications/${id}#talk`);
  expect(arrived?.mail.text).not.toContain(users.staff.name);
  expect(arrived?.raw).not.toContain(body);

  const viewer = contractorScope(marumaru.id, users.contractor, "viewer");
  expect((await open(viewer, id)).items).toMatchObject([{ unread: true, from: kanagawa.name }]);
  expect(await isUnread("contractor", id), "whoever may only read leaves it for the others").toBe(true);
  await open(contractor, id);
  expect(await isUnread("contractor", id)).toBe(false);

  // Only the examiner gets a mail about what the contractor adds; running the job again changes nothing.
  await writeToBranch(contractor, { id, number: 1, body: "承知しました。" });
  await until("the examiner's mail", () => mailsTo(users.staff.email, receiptNumber).length === 1);
  const [message] = await rowsThatExist<{ id: string }>(
    world.urls,
    "SELECT id::text FROM messages WHERE application_id = $1 AND party = 'contractor'",
    [id],
  );
  await inScope(staff, (tx) =>
    enqueue(tx, messageAnnounce, { messageId: message?.id ?? "", branchId: kanagawa.id }),
  );
  await until("the second job", async () => {
    const [done] = await rowsThatExist<{ n: number }>(
      world.urls,
      "SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'message.announce' AND state = 'completed' AND data->>'messageId' = $1",
      [message?.id],
    );
    return done?.n === 2;
  });
  expect(mailsTo(users.staff.email, receiptNumber)).toHaveLength(1);
  expect(mailsTo(users.approver.email, receiptNumber)).toEqual([]);
});

test("Two people and two tabs write at once, and no message is lost or numbered twice", async () => {
  const { id } = await anApplication().named("同時連絡工事").examining();
  const wrote = await Promise.all([
    writeToBranch(contractor, { id, number: 1, body: "一つ目の窓" }),
    writeToBranch(contractor, { id, number: 1, body: "二つ目の窓" }),
    writeToContractor(staff, { id, number: 1, body: "担当者から" }),
    writeToContractor(approver, { id, number: 1, body: "承認者から" }),
  ]);
  expect(wrote.every((outcome) => "number" in outcome)).toBe(true);
  const { items, next } = await open(contractor, id);
  expect(new Set(items.map((item) => item.body))).toEqual(
    new Set(["一つ目の窓", "二つ目の窓", "担当者から", "承認者から"]),
  );
  expect(items.map(({ key }) => key)).toEqual(["1", "2", "3", "4"]);
  expect(next).toBe(3);
});

test("A message that comes in while the conversation is open stays unread", async () => {
  const { id } = await anApplication().named("行違い工事").examining();
  await writeToContractor(staff, { id, number: 1, body: "一通目" });
  await inScope(contractor, async (tx) => {
    const shown = await openConversation(tx, contractor, id, []);
    expect(shown.items).toHaveLength(1);
  });
  await writeToContractor(staff, { id, number: 2, body: "二通目" });
  expect(await isUnread("contractor", id)).toBe(true);
  expect((await open(contractor, id)).items.map(({ unread }) => unread)).toEqual([false, true]);
});

test("Another company and another branch neither write nor read, and a draft has no conversation", async () => {
  const { id } = await anApplication().named("他社工事").submitted();
  await writeToBranch(contractor, { id, number: 1, body });
  expect(await writeToBranch(otherContractor, { id, number: 1, body })).toEqual({ refused: "not_found" });
  expect(await writeToContractor(otherStaff, { id, number: 1, body })).toEqual({ refused: "not_found" });
  for (const scope of [otherContractor, otherStaff])
    for (const table of ["messages", "message_threads"])
      expect(await rowsSeenBy(scope, `SELECT 1 FROM ${table} WHERE application_id = $1::uuid`, id)).toEqual(
        [],
      );
  const draftId = await anApplication().drafted();
  expect(await writeToBranch(contractor, { id: draftId, number: 1, body })).toEqual({
    refused: "not_found",
  });
});

test("A remark keeps its time when it goes again unchanged with a correction, and a new one stands behind what was written since", async () => {
  const { id, version } = await anApplication()
    .with({ messageToBranch: "押印は不要です。" })
    .returned("工期を直してください");
  await writeToContractor(staff, { id, number: 1, body: "工期の終わりをご確認ください。" });
  const conversation = async () => {
    const items = await inScope(staff, async (tx) => {
      const remarks = presentRemarks(await listSubmissions(tx, id));
      return (await openConversation(tx, staff, id, remarks)).items;
    });
    return items.map(({ body }) => body);
  };
  const before = ["押印は不要です。", "工期の終わりをご確認ください。"];
  expect(await conversation()).toEqual(before);
  await submitApplication(contractor, id, version);
  expect(await conversation()).toEqual(before);

  const again = await inScope(contractor, (tx) => findApplication(tx, id));
  const examined = await beginExamination(staff, { id, version: again?.version ?? 0 });
  if (!("version" in examined)) throw new Error("not examined");
  await returnApplication(staff, { id, version: examined.version, reason: "もう一度" });
  await saveDraft(contractor, id, { messageToBranch: "図面を差し替えました。" });
  const returned = await inScope(contractor, (tx) => findApplication(tx, id));
  await submitApplication(contractor, id, returned?.version ?? 0);
  expect(await conversation()).toEqual([...before, "図面を差し替えました。"]);
});
