import { afterAll, beforeAll, expect, test } from "vitest";
import { systemScope } from "#lib/auth/scope.ts";
import { sha256 } from "#lib/core/crypto.ts";
import { inScope } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { findStoredPdf } from "#lib/features/certificates/queries.ts";
import { saveCompany } from "#lib/features/companies/commands.ts";
import { loadDesk } from "#lib/features/desk/loaders.ts";
import { listGuarantees, listKeyStates } from "#lib/features/guarantees/queries.ts";
import { handOverKey } from "#lib/features/handovers/commands.ts";
import { findRoute, listHandovers } from "#lib/features/handovers/queries.ts";
import { openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { groupKey } from "#lib/features/keys/rules.ts";
import { anApplication, contractor, otherContractor, staff } from "#prisma/seed/factories.ts";
import { handoverRoutes } from "#prisma/seed/handover-routes.ts";
import { mihon, odawara, users } from "#prisma/seed/masters.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsSeenBy, rowsThatExist, type World } from "#tests/support/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.startWorker();
});
afterAll(() => world.close());

async function anIssued(build: ReturnType<typeof anApplication>, product: "advance" | "performance") {
  const { id } = await build.with({ notice: "no", noticeEmail: "", contactName: "工事 花子" }).ordered();
  return until("issue", async () => {
    const rows = await rowsSeenBy<{ id: string; status: string; product: string }>(
      staff,
      "SELECT id::text, status::text, product::text FROM guarantees WHERE application_id = $1::uuid",
      id,
    );
    const done = rows.length > 0 && rows.every(({ status }) => status === "issued");
    return done && rows.find((row) => row.product === product)?.id;
  });
}

const latest = (id: string) => inScope(contractor, async (tx) => (await listHandovers(tx, id))[0]);
/** What 全体トップ says about a key: a task, with the state of its mail, or that it is the city's turn. */
const onDesk = async (id: string) => {
  const { toHandIn, handedIn } = await loadDesk(contractor);
  const task = toHandIn.find((guarantee) => guarantee.id === id);
  if (task) return task.failed ? "failed" : "to hand in";
  return handedIn.some((guarantee) => guarantee.id === id) ? "handed in" : "nothing";
};
const mailsTo = (address: string) =>
  world.mail.accepted.filter(({ mail }) => [mail.to].flat().some((to) => to?.text.includes(address)));

test("A key notice goes to the obligee's desk once, as the stored PDF, with the words of the route and the key in no part of the text", async () => {
  const nothing = {
    contactDepartment: "",
    contactPosition: "",
    contactName: "",
    noticeEmail: "",
    bank: "",
    branch: "",
    billTo: "",
  };
  expect(await saveCompany(contractor, { ...nothing, contactPhone: "046-000-0000" }, 0)).toHaveProperty(
    "version",
  );
  const id = await anIssued(anApplication().named("提出工事").with({ contactPhone: "" }), "advance");
  expect(await onDesk(id)).toBe("to hand in");
  const clicks = await Promise.all([1, 2, 3].map(() => handOverKey(contractor, { id, sequence: 1 })));
  expect(clicks).toEqual([{ id }, { id }, { id }]);
  expect(await onDesk(id)).toBe("handed in");
  await until("sent", async () => (await latest(id))?.mail.status === "sent");
  expect(await handOverKey(contractor, { id, sequence: 1 })).toEqual({ id });

  const mails = mailsTo("koji@odawara.example");
  expect(mails).toHaveLength(1);
  const [arrived] = mails;
  if (!arrived) throw new Error("no mail");
  expect(arrived.mail.subject).toBe("【デモ用】電子保証の認証キー 前払金保証 提出工事");
  expect(arrived.mail.text).toContain("担当者：工事 花子");
  // People who want no mail from the portal are still the ones to answer and to call.
  expect(arrived.mail.replyTo?.value).toMatchObject([{ address: users.contractor.email }]);
  expect(arrived.mail.text).toContain("連絡先電話番号：046-000-0000");
  const stored = await inScope(contractor, (tx) => findStoredPdf(tx, id, "key_notice"));
  const [pdf, ...rest] = arrived.mail.attachments;
  expect(rest).toEqual([]);
  expect(pdf?.filename).toMatch(/^電子保証にかかる「認証キー」のお知らせ_\d{5}-\d{5}M\.pdf$/);
  expect(sha256(pdf?.content ?? Buffer.of()).equals(stored?.sha256 ?? Buffer.of())).toBe(true);

  const key = openKey((await inScope(contractor, (tx) => findStoredKey(tx, id))) ?? ({} as never));
  for (const spelling of [key, groupKey(key).join("-"), groupKey(key).join(" ")])
    for (const part of [arrived.mail.subject, arrived.mail.text, arrived.mail.html, arrived.raw])
      expect(String(part)).not.toContain(spelling);
  const lines = await rowsThatExist<{ data: unknown }>(
    world.urls,
    "SELECT data FROM audit_events WHERE guarantee_id = $1 AND event = 'guarantee.handed_over'",
    [id],
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]?.data).toMatchObject({ keyVersion: 1, routeVersion: 1 });
});

test("A mail that the obligee's server refuses is shown as failed, and the notice can be handed over again", async () => {
  const id = await anIssued(anApplication().named("拒否工事"), "performance");
  world.mail.treat("keiyaku@odawara.example", { at: "recipient", code: 550 }, "accept");
  await handOverKey(contractor, { id, sequence: 1 });
  await until("refused", async () => (await latest(id))?.mail.status === "failed");
  expect(await onDesk(id)).toBe("failed");
  expect(await handOverKey(contractor, { id, sequence: 3 })).toEqual({ refused: "changed_meanwhile" });
  expect(await handOverKey(contractor, { id, sequence: 2 })).toEqual({ id });
  await until("sent", async () => (await latest(id))?.mail.status === "sent");
  expect((await inScope(contractor, (tx) => listHandovers(tx, id))).map(({ mail }) => mail.status)).toEqual([
    "sent",
    "failed",
  ]);
  expect(await onDesk(id)).toBe("handed in");
  // A key that is still to be handed in is listed, however many newer ones are done.
  const older = await inScope(contractor, (tx) =>
    listGuarantees(tx, contractor, { today: "2026-01-01", keyStates: ["open"] }, { take: 1, place: {} }),
  );
  expect(older).toHaveLength(1);
  expect(
    (await inScope(contractor, (tx) => listKeyStates(tx, [older[0]?.id ?? ""]))).get(older[0]?.id ?? ""),
  ).toBe("open");
});

test("Nobody hands over another company's key, nor any by mail where the obligee wants its own form", async () => {
  const id = await anIssued(anApplication().named("見本市の工事").forObligee(mihon), "performance");
  expect(await handOverKey(otherContractor, { id, sequence: 1 })).toEqual({ refused: "not_found" });
  expect(await handOverKey(contractor, { id, sequence: 1 })).toEqual({ refused: "not_by_mail" });
  expect(await latest(id)).toBeUndefined();
});

test("The newest version of a route in effect decides; one of tomorrow does not yet", async () => {
  const route = handoverRoutes.find((route) => route.obligeeId === odawara.id && route.stage === "change");
  if (!route) throw new Error("no route");
  const version = (number: number, effectiveFrom: string) => ({
    ...route,
    id: newId(),
    version: number,
    effectiveFrom: new Date(effectiveFrom),
    section: `第${number}課`,
  });
  await inScope(systemScope, (tx) =>
    tx.handoverRoute.createMany({ data: [version(2, "2026-02-01"), version(3, "2999-01-01")] }),
  );
  const found = await inScope(contractor, (tx) => findRoute(tx, route));
  expect(found).toMatchObject({ version: 2, section: "第2課" });
});
