import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { jobScope } from "#lib/auth/scope.ts";
import { setClock } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { loadApplication } from "#lib/features/applications/loaders.ts";
import { loadGuarantee } from "#lib/features/guarantees/loaders.ts";
import { openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { markNoticesRead, remindOfExpiry, saveNoticeSettings } from "#lib/features/notices/commands.ts";
import { countUnreadNotices, listNotices } from "#lib/features/notices/queries.ts";
import { verifyGuarantee } from "#lib/features/verification/commands.ts";
import { noticeSend } from "#lib/jobs/definitions/notice-send.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import {
  anApplication,
  contractor,
  odawaraOfficial,
  otherContractor,
  staff,
} from "#prisma/seed/factories.ts";
import { kanagawa, users } from "#prisma/seed/masters.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsThatExist, type World } from "#tests/support/world.ts";

let world: World;
let restore = () => {};

beforeAll(async () => {
  world = await openWorld();
  await world.startWorker();
});
afterEach(() => restore());
afterAll(() => world.close());

const me = users.contractor.id;
const nothing = {
  received: false,
  question: false,
  issued: false,
  changed: false,
  viewed: false,
  expiring: false,
};
const noticesOf = async (applicationId: string) =>
  (await inScope(contractor, (tx) => listNotices(tx, me, { take: 100 }))).filter(
    (row) => row.applicationId === applicationId,
  );
const mailsAbout = (words: string) =>
  world.mail.accepted.filter(
    ({ mail }) =>
      [mail.to].flat().some((to) => to?.text.includes(users.contractor.email)) && mail.text?.includes(words),
  );

/** Waits until every job about notices has run and every mail that it wrote was sent. */
const quiet = () =>
  until("no open job", async () => {
    const [open] = await rowsThatExist<{ n: number }>(
      world.urls,
      "SELECT count(*)::int AS n FROM pgboss.job WHERE state < 'completed' AND name IN ('notice.send', 'mail.send', 'guarantee.issue')",
    );
    return open?.n === 0;
  });

async function anIssued(workName: string) {
  const { id } = await anApplication().named(workName).advanceOnly().with({ notice: "no" }).ordered();
  await quiet();
  const [guarantee] = await rowsThatExist<{ id: string; contract_number: string }>(
    world.urls,
    "SELECT id::text, contract_number FROM guarantees WHERE application_id = $1",
    [id],
  );
  if (!guarantee) throw new Error("not issued");
  return { id, guaranteeId: guarantee.id, contractNumber: guarantee.contract_number };
}

async function lookUp(guaranteeId: string, contractNumber: string) {
  const stored = await inScope(contractor, (tx) => findStoredKey(tx, guaranteeId));
  if (!stored) throw new Error("no key");
  const looked = await verifyGuarantee(odawaraOfficial, { contractNumber, key: openKey(stored) });
  expect(looked).toHaveProperty("verificationId");
}

test("Whoever has set nothing finds every event in the list and gets mail about what asks for an answer alone", async () => {
  const { id, guaranteeId, contractNumber } = await anIssued("通知工事");
  await lookUp(guaranteeId, contractNumber);
  await lookUp(guaranteeId, contractNumber);
  const back = await anApplication().named("通知差戻し工事").returned("理由は画面だけに。");
  await quiet();
  expect((await noticesOf(id)).map(({ event }) => event)).toEqual([
    "guarantee_viewed",
    "guarantee_issued",
    "application_received",
  ]);
  expect((await noticesOf(back.id)).map(({ event }) => event)).toEqual([
    "application_returned",
    "application_received",
  ]);
  expect(mailsAbout("通知工事")).toEqual([]);
  const returned = mailsAbout("通知差戻し工事");
  expect(returned).toHaveLength(1);
  expect(returned[0]?.mail.subject).toContain("差戻し");
  expect(returned[0]?.raw).not.toContain("理由は画面だけに");
  expect(await inScope(otherContractor, (tx) => listNotices(tx, users.contractor2.id, { take: 5 }))).toEqual(
    [],
  );
});

test("Whoever wants all mails gets each of them once, also when the job runs again after it was killed", async () => {
  await saveNoticeSettings(contractor, {
    received: true,
    question: true,
    issued: true,
    changed: true,
    viewed: true,
    expiring: true,
  });
  const { id, guaranteeId, contractNumber } = await anIssued("全通知工事");
  await lookUp(guaranteeId, contractNumber);
  await lookUp(guaranteeId, contractNumber);
  await quiet();
  const subjects = () => mailsAbout("全通知工事").map(({ mail }) => mail.subject?.split("（")[0]);
  expect(subjects().sort()).toEqual([
    "保証申込の受付のお知らせ",
    "保証証書の発行のお知らせ",
    "発注者の照会のお知らせ",
  ]);
  expect(
    mailsAbout("全通知工事").find(({ mail }) => mail.subject?.startsWith("発注者"))?.mail.text,
  ).toContain("小田原市が保証確認サービスで保証証書を照会しました。");
  for (const notice of await noticesOf(id))
    await inScope(staff, async (tx) => {
      await tx.jobStep.deleteMany({ where: { jobKey: `notice.send:${notice.id}` } });
      await enqueue(tx, noticeSend, { noticeId: notice.id, branchId: kanagawa.id });
    });
  await quiet();
  expect(subjects()).toHaveLength(3);
  const ids = mailsAbout("全通知工事").map(({ mail }) => mail.messageId);
  expect(new Set(ids).size).toBe(3);

  await saveNoticeSettings(contractor, nothing);
  const silent = await anApplication().named("無通知工事").returned("確認してください。");
  await quiet();
  expect(mailsAbout("無通知工事")).toEqual([]);
  expect(await noticesOf(silent.id)).toHaveLength(2);
});

test("The address that gets 「電子保証（認証キー）発行完了のお知らせ」 gets no second mail about the issue", async () => {
  await saveNoticeSettings(contractor, { ...nothing, issued: true });
  await anApplication()
    .named("重複工事")
    .advanceOnly()
    .with({ notice: "yes", noticeEmail: users.contractor.email })
    .ordered();
  await quiet();
  expect(mailsAbout("重複工事").map(({ mail }) => mail.subject)).toEqual([
    "電子保証（認証キー）発行完了のお知らせ",
  ]);
});

test("a reminder of 保証期限 goes out 30 days and 7 days before, each once, made up for after days without a run, and never after it", async () => {
  await saveNoticeSettings(contractor, { ...nothing, expiring: true });
  // The leaflet's works end on 2027-03-31.
  const { id } = await anIssued("期限工事");
  const remindersBy = async (day: string) => {
    restore();
    restore = setClock(() => new Date(`${day}T08:00:00+09:00`));
    await Promise.all([remindOfExpiry(jobScope(kanagawa.id)), remindOfExpiry(jobScope(kanagawa.id))]);
    await remindOfExpiry(jobScope(kanagawa.id));
    return (await noticesOf(id))
      .filter(({ event }) => event === "guarantee_expiring")
      .map(({ data }) => data.daysLeft)
      .reverse();
  };
  expect(await remindersBy("2027-02-28")).toEqual([]);
  expect(await remindersBy("2027-03-03")).toEqual([28]);
  expect(await remindersBy("2027-03-10")).toEqual([28]);
  expect(await remindersBy("2027-03-24")).toEqual([28, 7]);
  expect(await remindersBy("2027-03-31")).toEqual([28, 7]);
  expect(await remindersBy("2027-04-01")).toEqual([28, 7]);
  await quiet();
  const mails = mailsAbout("期限工事");
  expect(mails.map(({ mail }) => mail.subject?.replace(/、.*/, ""))).toEqual([
    "保証期限のお知らせ（あと28日",
    "保証期限のお知らせ（あと7日",
  ]);
  expect(mails[0]?.mail.text).toContain("保証期限：令和9年3月31日");
  const late = await anIssued("期限間近工事");
  restore();
  restore = setClock(() => new Date("2027-03-29T08:00:00+09:00"));
  await remindOfExpiry(jobScope(kanagawa.id));
  expect(
    (await noticesOf(late.id)).filter(({ event }) => event === "guarantee_expiring"),
    "two days before, once and not twice",
  ).toHaveLength(1);
});

test("Every morning at eight in Tokyo the reminder starts by the queue's clock", async () => {
  const rows = await rowsThatExist(
    world.urls,
    "SELECT cron, timezone, options->>'missed' AS missed FROM pgboss.schedule WHERE name = 'notice.remind'",
  );
  expect(rows).toEqual([{ cron: "0 8 * * *", timezone: "Asia/Tokyo", missed: "once" }]);
});

test("A notice is unread for each person until that person has seen it", async () => {
  await anApplication().named("未読工事").submitted();
  const unread = (userId: string) => inScope(contractor, (tx) => countUnreadNotices(tx, userId, 100));
  const before = await unread(me);
  const [newest] = await inScope(contractor, (tx) => listNotices(tx, me, { take: 1 }));
  await inScope(contractor, (tx) => markNoticesRead(tx, contractor, newest ? [newest.id, newest.id] : []));
  expect(await unread(me)).toBe(before - 1);
  expect(await unread("00000000-0000-7000-8000-000000009999"), "a colleague").toBeGreaterThanOrEqual(before);
});

test("Whoever opens the page to which a notice leads has seen it, a colleague has not", async () => {
  const { id, guaranteeId } = await anIssued("既読工事");
  const other = await anApplication().named("別の未読工事").submitted();
  const unread = async (userId: string) =>
    (await inScope(contractor, (tx) => listNotices(tx, userId, { take: 100 })))
      .filter((row) => [id, other.id].includes(row.applicationId) && row.unread)
      .map(({ event }) => event);
  const all = ["application_received", "guarantee_issued", "application_received"];
  expect(await unread(me)).toEqual(all);
  await loadApplication(contractor, id);
  expect(await unread(me)).toEqual(["application_received", "guarantee_issued"]);
  await Promise.all([loadGuarantee(contractor, guaranteeId), loadGuarantee(contractor, guaranteeId)]);
  expect(await unread(me)).toEqual(["application_received"]);
  expect(await unread("00000000-0000-7000-8000-000000009999")).toEqual(all);
});
