import { afterAll, beforeAll, expect, test } from "vitest";
import { inScope } from "#lib/core/db.ts";
import { submitApplication, withdrawApplication } from "#lib/features/applications/commands.ts";
import { findApplication } from "#lib/features/applications/queries.ts";
import { listApplicationEvents } from "#lib/features/audit/queries.ts";
import { beginExamination } from "#lib/features/examinations/commands.ts";
import { listQueue } from "#lib/features/examinations/queries.ts";
import { anApplication, contractor, otherContractor, staff } from "#prisma/seed/factories.ts";
import { openWorld, type World } from "#tests/support/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const statusOf = (id: string) => inScope(contractor, async (tx) => (await findApplication(tx, id))?.status);
const eventsOf = (id: string) =>
  inScope(contractor, async (tx) => (await listApplicationEvents(tx, id)).map(({ event }) => event));

test("A sent application is withdrawn once, is written down, stays in the branch's queue and can be neither examined nor sent again", async () => {
  const sent = await anApplication().submitted();
  const clicks = await Promise.all([1, 2, 3].map(() => withdrawApplication(contractor, sent)));
  expect(clicks).toEqual([{ id: sent.id }, { id: sent.id }, { id: sent.id }]);
  expect(await statusOf(sent.id)).toBe("withdrawn");
  expect((await eventsOf(sent.id)).filter((event) => event === "application.withdrawn")).toHaveLength(1);
  const queue = await inScope(staff, (tx) =>
    listQueue(tx, staff, { q: sent.receiptNumber }, { take: 10, place: {} }),
  );
  expect(queue).toMatchObject([{ id: sent.id, status: "withdrawn" }]);
  const late = await beginExamination(staff, sent);
  expect(late).toMatchObject({ refused: "changed_meanwhile" });
  expect("detail" in late && late.detail).toMatch(/工事 一郎：取下げ。現在の手続状況は「取下げ」です。$/);
  expect(await submitApplication(contractor, sent.id, sent.version + 1)).toEqual({
    refused: "changed_meanwhile",
  });
});

test("Withdrawing and 「審査を開始」 at the same moment have one winner, and the other person reads who was faster", async () => {
  const winners = new Set<string>();
  for (let round = 0; round < 12; round++) {
    const sent = await anApplication().submitted();
    const actions = [
      () => withdrawApplication(contractor, sent),
      () => beginExamination(staff, sent),
    ] as const;
    const [withdrawn, begun] =
      round % 2 === 0
        ? await Promise.all([actions[0](), actions[1]()])
        : await Promise.all([actions[1](), actions[0]()]).then(([b, a]) => [a, b] as const);
    const status = await statusOf(sent.id);
    winners.add(String(status));
    const events = (await eventsOf(sent.id)).slice(2);
    if (status === "withdrawn") {
      expect(withdrawn).toEqual({ id: sent.id });
      expect(begun).toMatchObject({ refused: "changed_meanwhile" });
      expect(events).toEqual(["application.withdrawn"]);
    } else {
      expect(status).toBe("examining");
      expect(begun).toEqual({ id: sent.id, version: 2 });
      expect(withdrawn).toEqual({
        refused: "too_late",
        detail: "支店が先に審査を始めたため、取り下げられません。現在の手続状況は「審査中」です。",
      });
      expect(events).toEqual(["application.examination_started"]);
    }
  }
  expect([...winners].every((status) => ["withdrawn", "examining"].includes(status))).toBe(true);
});

test("Neither a draft, nor what came back, nor another company's application can be withdrawn", async () => {
  const draftId = await anApplication().drafted();
  expect(await withdrawApplication(contractor, { id: draftId, version: 0 })).toEqual({
    refused: "not_found",
  });
  const returned = await anApplication().returned("工期をご確認ください。");
  expect(await withdrawApplication(contractor, returned)).toMatchObject({ refused: "too_late" });
  const sent = await anApplication().submitted();
  expect(await withdrawApplication(otherContractor, sent)).toEqual({ refused: "not_found" });
  expect(await statusOf(sent.id)).toBe("submitted");
});
