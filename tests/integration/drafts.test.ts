import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setClock } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { submitApplication } from "#lib/features/applications/commands.ts";
import { loadSent } from "#lib/features/applications/loaders.ts";
import { findApplication, listApplications, listEditable } from "#lib/features/applications/queries.ts";
import { saveCompany } from "#lib/features/companies/commands.ts";
import {
  createDraft,
  deleteDraft,
  duplicateApplication,
  restoreDraft,
  saveDraft,
} from "#lib/features/drafts/commands.ts";
import { LEFT_OUT } from "#lib/features/drafts/constants.ts";
import { TABS } from "#lib/features/questions/constants.ts";
import { leafletCase } from "#prisma/seed/cases.ts";
import { anApplication, contractor, otherContractor } from "#prisma/seed/factories.ts";
import { kanagawa } from "#prisma/seed/masters.ts";
import { openWorld, rowsThatExist, type World } from "#tests/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const textsOf = async (id: string, by = contractor) =>
  (await inScope(by, (tx) => findApplication(tx, id)))?.draft;
const eventsOf = async (id: string) =>
  (
    await rowsThatExist<{ event: string }>(
      world.urls,
      "SELECT event FROM audit_events WHERE application_id = $1 ORDER BY at, id",
      [id],
    )
  ).map(({ event }) => event);

describe("Two people on one draft", () => {
  test("never overwrite each other's field unseen, whoever of twenty comes first", async () => {
    const id = await createDraft(contractor);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        saveDraft(
          contractor,
          id,
          { workName: `工事${n}`, messageToBranch: `連絡${n}` },
          { version: 0, editor: `w${n}`, sequence: 1 },
          "works",
        ),
      ),
    );
    const conflicts = answers.map((answer) => ("conflicts" in answer ? answer.conflicts.length : -1));
    expect(conflicts.filter((count) => count === 0)).toHaveLength(1);
    expect(conflicts.filter((count) => count === 2)).toHaveLength(19);
    const winner = conflicts.indexOf(0);
    expect(await textsOf(id)).toMatchObject({ workName: `工事${winner}`, messageToBranch: `連絡${winner}` });
  });

  test("find an old draft, from before drafts had versions, as it was", async () => {
    const id = await anApplication().drafted();
    const saved = await saveDraft(
      contractor,
      id,
      { jvName: "甲乙共同企業体" },
      { version: 0, editor: "w", sequence: 1 },
      "works",
    );
    expect(saved).toMatchObject({ conflicts: [] });
    expect((await textsOf(id))?.workName).toBe(leafletCase.workName);
  });
});

describe("A draft that is thrown away", () => {
  test("leaves the lists, takes no more text, and comes back as it was", async () => {
    const id = await anApplication().named("捨てる工事").drafted();
    expect(await deleteDraft(contractor, id)).toEqual({ id });
    expect(await deleteDraft(contractor, id)).toEqual({ id });
    const listed = async () =>
      (await inScope(contractor, (tx) => listApplications(tx, contractor, {}, { take: 100, place: {} }))).map(
        (row) => row.id,
      );
    const tasks = async () =>
      (await inScope(contractor, (tx) => listEditable(tx, contractor, "draft", 100))).map((row) => row.id);
    expect(await listed()).not.toContain(id);
    expect(await tasks()).not.toContain(id);
    expect(await textsOf(id)).toBeUndefined();
    expect(await saveDraft(contractor, id, { workName: "まだ書く" })).toEqual({ refused: "deleted" });
    expect(await submitApplication(contractor, id, 0)).toEqual({ refused: "not_found" });
    expect(await restoreDraft(contractor, id)).toEqual({ id });
    expect(await listed()).toContain(id);
    expect((await textsOf(id))?.workName).toBe("捨てる工事");
    expect(await eventsOf(id)).toEqual([
      "application.created",
      "application.draft_deleted",
      "application.draft_restored",
    ]);
  });

  test("is never one that was sent, nor another company's", async () => {
    const { id } = await anApplication().submitted();
    expect(await deleteDraft(contractor, id)).toEqual({ refused: "not_editable" });
    const returned = await anApplication().returned("直してください");
    expect(await deleteDraft(contractor, returned.id)).toEqual({ refused: "not_editable" });
    const draft = await anApplication().drafted();
    expect(await deleteDraft(otherContractor, draft)).toEqual({ refused: "not_found" });
    expect(await restoreDraft(otherContractor, draft)).toEqual({ refused: "not_found" });
  });
});

describe("What was sent", () => {
  const built = {
    submitted: () => anApplication().submitted(),
    examining: () => anApplication().examining(),
    refused: () => anApplication().refused("この工事は引き受けられません"),
    approved: () => anApplication().approved(),
    issuing: () => anApplication().ordered(),
    withdrawn: () => anApplication().withdrawn(),
  };

  test.each(Object.entries(built))("is overwritten by no draft: %s", async (status, build) => {
    const { id } = await build();
    const kept = () =>
      rowsThatExist(
        world.urls,
        "SELECT status::text, draft, draft_version, work_name FROM applications WHERE id = $1",
        [id],
      );
    const before = await kept();
    expect(before).toMatchObject([{ status }]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...TABS),
        fc.string({ unit: "grapheme", maxLength: 40 }),
        fc.nat(3),
        async ({ slug, fields }, text, version) => {
          const saved = Object.fromEntries(fields.map((field) => [field, text]));
          const based = { version, editor: "w", sequence: 1 };
          expect(await saveDraft(contractor, id, saved, based, slug)).toEqual({ refused: "not_editable" });
        },
      ),
      { numRuns: 20 },
    );
    expect(await kept()).toEqual(before);
  });

  test("and returned, becomes a draft again without touching the submission that the branch has", async () => {
    const { id } = await anApplication().named("送った工事").returned("直してください");
    const sent = () =>
      rowsThatExist(world.urls, "SELECT * FROM submissions WHERE application_id = $1 ORDER BY revision", [
        id,
      ]);
    const before = await sent();
    expect(await saveDraft(contractor, id, { workName: "直した工事" })).toMatchObject({ conflicts: [] });
    expect(await sent()).toEqual(before);
    expect(before).toHaveLength(1);
  });
});

describe("A duplicate of an application", () => {
  test("has its answers without what belongs to the earlier works", async () => {
    const source = await anApplication()
      .with({ workNumber: "第1号", messageToBranch: "急ぎます" })
      .submitted();
    const duplicate = await duplicateApplication(contractor, source.id);
    if (!("id" in duplicate)) throw new Error("not duplicated");
    const texts = await textsOf(duplicate.id);
    for (const field of LEFT_OUT) expect(texts?.[field] ?? "").toBe("");
    expect(texts).toMatchObject({
      workName: leafletCase.workName,
      contractYen: leafletCase.contractYen,
      advanceBank: leafletCase.advanceBank,
      performanceForm: leafletCase.performanceForm,
    });
    expect(await eventsOf(duplicate.id)).toEqual(["application.created", "application.copied"]);
    expect((await textsOf(source.id))?.workNumber).toBe("第1号");
  });

  test("leaves out what stands in products that were not applied for, whichever they are", async () => {
    const source = await anApplication()
      .with({ interimBank: "△△銀行 本店", interimBillTo: "△△" })
      .submitted();
    const duplicate = await duplicateApplication(contractor, source.id);
    if (!("id" in duplicate)) throw new Error("not duplicated");
    const texts = await textsOf(duplicate.id);
    expect(texts).toMatchObject({ advanceBank: leafletCase.advanceBank });
    expect(texts).not.toHaveProperty("interimBank");
    expect(texts).not.toHaveProperty("interimBillTo");
  });

  test("is of the last one that was sent when none is named, and of nothing that was not sent", async () => {
    await anApplication().named("最後に送った工事").submitted();
    const draft = await anApplication().named("まだの工事").drafted();
    const duplicate = await duplicateApplication(contractor);
    if (!("id" in duplicate)) throw new Error("not duplicated");
    expect((await textsOf(duplicate.id))?.workName).toBe("最後に送った工事");
    expect(await duplicateApplication(contractor, draft)).toEqual({ refused: "not_found" });
    expect(await duplicateApplication(otherContractor)).toEqual({ refused: "not_found" });
  });
});

describe("What a company always answers", () => {
  const answers = {
    contactDepartment: "工事部",
    contactPosition: "部長",
    contactName: "山田 太郎",
    contactPhone: "０４６５－００－０００１",
    noticeEmail: "Koji@marumaru.example",
    bank: "〇〇銀行 本店",
    branch: kanagawa.id,
    billTo: "",
  };

  test("stands in every later draft, folded, with its name where no bill is named, and not in those from before", async () => {
    const earlier = await createDraft(otherContractor);
    expect(await saveCompany(otherContractor, answers, 0)).toMatchObject({ version: 1 });
    const texts = await textsOf(await createDraft(otherContractor), otherContractor);
    expect(texts).toMatchObject({
      contactDepartment: "工事部",
      contactPhone: "0465-00-0001",
      noticeEmail: "Koji@marumaru.example",
      advanceBank: "〇〇銀行 本店",
      branch: kanagawa.id,
      advanceBillTo: "△△土木 株式会社",
      performanceBillTo: "△△土木 株式会社",
    });
    expect((await textsOf(earlier, otherContractor))?.contactDepartment).toBeUndefined();
  });

  test("is not overwritten by somebody who saw an older one", async () => {
    expect(await saveCompany(otherContractor, { ...answers, contactName: "鈴木 花子" }, 0)).toEqual({
      refused: "changed_meanwhile",
    });
    expect(await saveCompany(otherContractor, { ...answers, contactName: "鈴木 花子" }, 1)).toMatchObject({
      version: 2,
    });
  });

  test("is refused with the sentence of the form, and nothing is kept", async () => {
    const wrong = { ...answers, contactPhone: "内線のみ", noticeEmail: "koji＠", branch: "nowhere" };
    expect(await saveCompany(contractor, wrong, 0)).toEqual({
      errors: [
        { field: "contactPhone", message: "電話番号は、0465-00-0000 のように数字で入力してください。" },
        {
          field: "noticeEmail",
          message: "メールアドレスは、name@example.jp の形で、1件だけ入力してください。",
        },
        { field: "branch", message: "申込送信先を選んでください。" },
      ],
    });
    expect((await textsOf(await createDraft(contractor)))?.contactName).toBeUndefined();
  });
});

test("「送信完了」 names the business day on which the branch begins when an application comes after hours, and none within", async () => {
  for (const [at, examinedOn] of [
    ["2026-04-03T16:59:00+09:00", null],
    ["2026-04-03T17:00:00+09:00", "2026-04-06"],
    ["2026-11-23T10:00:00+09:00", "2026-11-24"],
  ] as const) {
    const restore = setClock(() => new Date(at));
    try {
      const { id } = await anApplication().submitted();
      expect(await loadSent(contractor, id)).toMatchObject({ sent: true, examinedOn });
    } finally {
      restore();
    }
  }
});
