import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { adminScope, contractorScope, systemScope } from "#lib/auth/scope.ts";
import { setClock } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { loadCertificate } from "#lib/features/certificates/loaders.ts";
import { retryJob, retryMail } from "#lib/features/deliveries/commands.ts";
import { loadDeliveries, loadStoppedJobs } from "#lib/features/deliveries/loaders.ts";
import { saveDraft } from "#lib/features/drafts/commands.ts";
import { approveApplication, returnApplication } from "#lib/features/examinations/commands.ts";
import { loadCase, loadQueue } from "#lib/features/examinations/loaders.ts";
import { openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { definitions, jobNames } from "#lib/jobs/definitions/registry.ts";
import { keepFailure } from "#lib/jobs/failures.ts";
import {
  anApplication,
  approver,
  contractor,
  otherApprover,
  otherContractor,
  otherStaff,
  staff,
} from "#prisma/seed/factories.ts";
import { mihon, users } from "#prisma/seed/masters.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsSeenBy, rowsThatExist, type World } from "#tests/support/world.ts";

const admin = adminScope(users.admin);
let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.startWorker();
});
afterAll(() => world.close());

const caseOf = async (scope: typeof staff, id: string) => {
  const found = await loadCase(scope, id);
  if (!found) throw new Error("the case is not to be seen");
  return found.model;
};

const issued = (scope: typeof staff, id: string) =>
  until("the application issued", async () => {
    const model = await caseOf(scope, id);
    return model.status.label === "発行済" && model;
  });

describe("The branch's queue", () => {
  test("shows every application once, forwards and backwards, also when all were sent in the same millisecond", async () => {
    const restore = setClock(() => new Date("2026-04-10T01:00:00Z"));
    const built = Array.from({ length: 45 }, () => anApplication().toShizuoka().submitted());
    const sent = (await Promise.all(built).finally(restore)).map(({ id }) => id);

    const forwards = [];
    let page = await loadQueue(otherStaff, {});
    expect(page.newer).toBeUndefined();
    forwards.push(page);
    while (page.older !== undefined) {
      page = await loadQueue(otherStaff, { before: page.older });
      forwards.push(page);
    }
    expect(forwards.map(({ items }) => items.length)).toEqual([20, 20, 5]);
    expect(forwards.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(sent.toSorted().reverse());

    const backwards = [page];
    while (page.newer !== undefined) {
      page = await loadQueue(otherStaff, { after: page.newer });
      backwards.unshift(page);
    }
    expect(backwards.map(({ items }) => items)).toEqual(forwards.map(({ items }) => items));
  });

  test("finds a 受付番号 or a part of it however it is typed, and nothing of another branch", async () => {
    const { id, receiptNumber } = await anApplication().submitted();
    const found = async (q: string, scope = staff) =>
      (await loadQueue(scope, { q })).items.map((item) => item.id);
    const wide = receiptNumber.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    for (const typed of [
      receiptNumber,
      ` ${receiptNumber}\n`,
      wide.replace("-", "ー"),
      receiptNumber.replace("-", ""),
      `受付番号：${receiptNumber}`,
    ])
      expect(await found(typed)).toEqual([id]);
    expect(await found(receiptNumber.slice(9))).toContain(id);
    expect(await found(receiptNumber, otherStaff)).toEqual([]);
    for (const pattern of ["%", "_"]) expect(await found(pattern)).toEqual([]);
    expect(await found("道 路")).toContain(id);
    expect(await found("道路", otherStaff)).not.toContain(id);
  });
});

describe("A case", () => {
  test("is not there for another branch, nor before it was sent", async () => {
    const { id } = await anApplication().submitted();
    expect(await loadCase(otherApprover, id)).toBeNull();
    expect(await loadCase(staff, await anApplication().drafted())).toBeNull();
    expect(await loadCase(staff, newId())).toBeNull();
  });

  test("tells the one who comes too late who was faster, and changes nothing", async () => {
    const examining = await anApplication().examining();
    await approveApplication(approver, examining);
    const late = await returnApplication(staff, { ...examining, reason: "工期が異なります。" });
    expect(late).toMatchObject({
      refused: "changed_meanwhile",
      detail: expect.stringMatching(/承認 三郎：承認。現在の手続状況は「承認済」です。$/),
    });
    expect((await caseOf(staff, examining.id)).timeline.map(({ title }) => title)).toEqual([
      "承認",
      "審査の開始",
      "受付",
    ]);
  });

  test("above the limit offers 承認 to an approver who did not examine, and tells the examiner why not", async () => {
    const large = { contractYen: "100,000,000", advanceYen: "20,000,001", performanceYen: "10,000,000" };
    const { id } = await anApplication().with(large).examining();
    expect((await caseOf(staff, id)).actions).toMatchObject({ kind: "examine", approve: { allowed: false } });
    expect((await caseOf(approver, id)).actions).toMatchObject({
      kind: "examine",
      approve: { allowed: true },
    });
    const { id: atLimit } = await anApplication()
      .with({ ...large, advanceYen: "20,000,000" })
      .examining();
    expect((await caseOf(staff, atLimit)).actions).toMatchObject({ approve: { allowed: true } });
  });

  test("names the branch's other applications for the same works, unless declined", async () => {
    const name = "重複する橋りょう補修工事";
    const first = await anApplication().named(name).submitted();
    await anApplication().named(name).toShizuoka().submitted();
    await anApplication().named(name).refused("引受けの対象になりません。");
    await anApplication().named(name).forObligee(mihon).submitted();
    const second = await anApplication(otherContractor).named(` 重複する　橋りょう補修工事`).submitted();
    const check = (await caseOf(staff, second.id)).checks.find(({ title }) => title === "重複");
    expect(check).toMatchObject({ passed: false });
    expect(check?.cases?.map(({ id }) => id)).toEqual([first.id]);
  });

  test("shows what was sent, not what the contractor types into a returned application", async () => {
    const { id } = await anApplication().named("送信した工事名").returned("直してください。");
    await saveDraft(contractor, id, { workName: "入力中の工事名" });
    expect(await caseOf(staff, id)).toMatchObject({
      workName: "送信した工事名",
      decision: { title: "差戻しの理由", reason: "直してください。" },
    });
  });

  test("after the issue holds numbers and certificates and nowhere a key", async () => {
    const { id } = await anApplication().ordered();
    const model = await issued(staff, id);
    expect(model.guarantees.map(({ contractNumber }) => contractNumber?.at(-1))).toEqual(["M", "K"]);
    const shown = JSON.stringify(model, (_, value) => (typeof value === "bigint" ? String(value) : value));
    for (const guarantee of model.guarantees) {
      const stored = await inScope(contractor, (tx) => findStoredKey(tx, guarantee.id));
      if (!stored) throw new Error("an electronic guarantee has a key");
      expect(shown).not.toContain(openKey(stored));
      const certificate = await loadCertificate(staff, guarantee.id, guarantee.certificateVersion ?? 0);
      expect(certificate?.model.contractNumber).toBe(guarantee.contractNumber);
      expect(await loadCertificate(otherStaff, guarantee.id, 1)).toBeNull();
      expect(await loadCertificate(staff, guarantee.id, 2)).toBeNull();
    }
  });
});

describe("What stopped", () => {
  const mailsTo = async (recipient: string) =>
    (await loadDeliveries(staff)).mails.filter((mail) => mail.recipient === recipient);

  test("a finally refused mail goes out once more when two people send it again, and the contractor gets no notice", async () => {
    const recipient = "gone@marumaru.example";
    world.mail.treat(recipient, { at: "recipient", code: 550 }, "accept");
    const { id } = await anApplication().advanceOnly().with({ noticeEmail: recipient }).ordered();
    const mail = await until("the mail given up", async () =>
      (await mailsTo(recipient)).find(({ state }) => state === "failed"),
    );
    expect(mail.failure?.sentence).toContain("宛先のメールアドレスが受け付けられませんでした。");
    expect(await retryMail(otherStaff, { mailId: mail.id })).toEqual({ refused: "retried_before" });
    const pressed = await Promise.all([staff, approver].map((who) => retryMail(who, { mailId: mail.id })));
    expect(pressed).toContainEqual({ retried: true });
    expect(pressed).toContainEqual({ refused: "retried_before" });
    await until("the mail taken", async () => (await mailsTo(recipient)).length === 0);
    expect(world.mail.accepted.filter((message) => message.recipient === recipient)).toHaveLength(1);
    expect(
      (await caseOf(staff, id)).timeline.filter(({ title }) => title === "お知らせメールの再送信"),
    ).toHaveLength(1);
    const seen = await rowsSeenBy(contractor, "SELECT 1 FROM audit_events WHERE event = 'mail.retried'");
    expect(seen).toEqual([]);
  });

  test("a mail that is still tried by itself cannot be sent by hand as well", async () => {
    const recipient = "busy@marumaru.example";
    world.mail.treat(recipient, { at: "recipient", code: 451 });
    await anApplication().advanceOnly().with({ noticeEmail: recipient }).ordered();
    const mail = await until("the mail put off", async () =>
      (await mailsTo(recipient)).find(({ state }) => state === "retrying"),
    );
    expect(mail.failure?.sentence).toBe("宛先のメールサーバーが、一時的に受け付けていません。");
    expect(await retryMail(staff, { mailId: mail.id })).toEqual({ refused: "retried_before" });
  });

  test("an issue that gave up leaves nothing behind, and starts again once", async () => {
    const company = { id: newId(), name: "\u{1B001}沢組 有限会社", address: "静岡県見本市" };
    await inScope(systemScope, (tx) => tx.company.createMany({ data: [company] }));
    const by = contractorScope(company.id, users.contractor2);
    const bill = { advanceBillTo: "本社", performanceBillTo: "本社" };
    const { id } = await anApplication(by).advanceOnly().with(bill).ordered();
    const stopped = () =>
      until("the issue given up", async () => {
        const model = await caseOf(staff, id);
        return model.guarantees.find(({ state }) => state === "failed");
      });
    const guarantee = await stopped();
    expect((await caseOf(staff, id)).actions).toMatchObject({ title: "発行が途中で止まっています" });
    const { stopped: jobs } = await loadDeliveries(staff);
    const retry = { jobKey: `guarantee.issue:${guarantee.id}` };
    expect(jobs).toMatchObject([
      { ...retry, title: "保証契約の発行", subject: { applicationId: id, productName: "前払金保証" } },
    ]);
    expect((await loadDeliveries(otherStaff)).stopped).toEqual([]);

    expect(await retryJob(otherStaff, retry)).toEqual({ refused: "retried_before" });
    const pressed = await Promise.all([retryJob(staff, retry), retryJob(approver, retry)]);
    expect(pressed).toContainEqual({ retried: true });
    expect(pressed).toContainEqual({ refused: "retried_before" });
    expect((await stopped()).contractNumber).toBeNull();
    const left = await rowsThatExist(
      world.urls,
      `SELECT 1 FROM verification_keys WHERE guarantee_id = $1 UNION ALL
       SELECT 1 FROM certificates WHERE guarantee_id = $1 UNION ALL SELECT 1 FROM documents WHERE guarantee_id = $1`,
      [guarantee.id],
    );
    expect(left).toEqual([]);
    expect((await caseOf(staff, id)).timeline.filter(({ title }) => title === "発行の再実行")).toHaveLength(
      1,
    );
  });

  test("any other job that gave up is listed with its application, for this branch alone, and restarts once", async () => {
    const { id } = await anApplication().ordered();
    const [notice] = await rowsSeenBy<{ id: string; branch_id: string }>(
      staff,
      `SELECT id, branch_id FROM notices WHERE application_id = '${id}' ORDER BY id LIMIT 1`,
    );
    const payload = { noticeId: notice?.id ?? "", branchId: notice?.branch_id ?? "" };
    const gaveUp = { sourceName: "notice.send", data: payload, sourceOutput: { reason: "connection lost" } };
    await keepFailure(gaveUp);

    const jobKey = `notice.send:${notice?.id}`;
    const shown = async (scope: typeof staff) =>
      (await loadDeliveries(scope)).stopped.find((job) => job.jobKey === jobKey);
    expect(await shown(staff)).toMatchObject({
      title: "お客様へのお知らせメールの作成",
      subject: { applicationId: id, productName: null },
      failure: { record: "connection lost" },
    });
    expect(await shown(otherStaff)).toBeUndefined();
    expect(await retryJob(otherStaff, { jobKey })).toEqual({ refused: "retried_before" });
    expect(await retryJob(staff, { jobKey })).toEqual({ retried: true });
    expect(await retryJob(staff, { jobKey })).toEqual({ refused: "retried_before" });
    expect(await shown(staff)).toBeUndefined();
    expect((await caseOf(staff, id)).timeline.map(({ title }) => title)).toContain("処理の再実行");
  });

  test("a job that gave up for no branch is listed for the administrator alone, and restarts once", async () => {
    const ofNoBranch = jobNames.filter((name) => {
      const { error } = definitions[name].payload.safeParse({ branchId: null });
      return !error?.issues.some(({ path }) => path[0] === "branchId");
    });
    expect(ofNoBranch).toEqual(expect.arrayContaining(["account.letter", "notice.remind"]));
    const letter = { branchId: null, letter: "password_reset", id: newId(), version: 1 };
    for (const sourceName of ofNoBranch) {
      const data = sourceName === "account.letter" ? letter : { branchId: null };
      await keepFailure({ sourceName, data, sourceOutput: { reason: "connection lost" } });
    }

    const stopped = await loadStoppedJobs(admin);
    expect(stopped.map(({ title }) => title).sort()).toEqual(
      ofNoBranch.map((name) => definitions[name].title).sort(),
    );
    expect(stopped[0]).toMatchObject({ subject: null, failure: { record: "connection lost" } });
    const keys = stopped.map(({ jobKey }) => jobKey);
    const seen = (await loadDeliveries(staff)).stopped.filter((job) => keys.includes(job.jobKey));
    expect(seen).toEqual([]);

    for (const jobKey of keys) {
      expect(await retryJob(staff, { jobKey })).toEqual({ refused: "retried_before" });
      const pressed = await Promise.all([retryJob(admin, { jobKey }), retryJob(admin, { jobKey })]);
      expect(pressed).toContainEqual({ retried: true });
      expect(pressed).toContainEqual({ refused: "retried_before" });
    }
    expect(await loadStoppedJobs(admin)).toEqual([]);
    const lines = await rowsThatExist<{ actor: string }>(
      world.urls,
      "SELECT actor_name AS actor FROM audit_events WHERE event = 'job.retried' AND branch_id IS NULL",
    );
    expect(lines).toEqual(keys.map(() => ({ actor: users.admin.name })));
  });

  test("the administrator starts nothing again that is a branch's", async () => {
    const { id } = await anApplication().ordered();
    const [notice] = await rowsSeenBy<{ id: string; branch_id: string }>(
      staff,
      `SELECT id, branch_id FROM notices WHERE application_id = '${id}' ORDER BY id LIMIT 1`,
    );
    const data = { noticeId: notice?.id ?? "", branchId: notice?.branch_id ?? "" };
    await keepFailure({ sourceName: "notice.send", data, sourceOutput: { reason: "connection lost" } });
    const jobKey = `notice.send:${notice?.id}`;
    expect(await loadStoppedJobs(admin)).toEqual([]);
    expect(await retryJob(admin, { jobKey })).toEqual({ refused: "retried_before" });
    expect(await retryJob(staff, { jobKey })).toEqual({ retried: true });
  });
});
