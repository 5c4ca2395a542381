import { afterAll, beforeAll, expect, test } from "vitest";
import { setClock } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { submitApplication } from "#lib/features/applications/commands.ts";
import { findApplication } from "#lib/features/applications/queries.ts";
import { loadCertificate } from "#lib/features/certificates/loaders.ts";
import { presentKeyNotice } from "#lib/features/certificates/present.ts";
import { takeProposal } from "#lib/features/drafts/commands.ts";
import { loadCase } from "#lib/features/examinations/loaders.ts";
import { loadGuarantees } from "#lib/features/guarantees/loaders.ts";
import { findIssued } from "#lib/features/guarantees/queries.ts";
import { openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { verifyGuarantee } from "#lib/features/verification/commands.ts";
import { loadVerification } from "#lib/features/verification/loaders.ts";
import { jointVenture, twoYears } from "#prisma/seed/cases.ts";
import {
  anApplication,
  contractor,
  odawaraOfficial,
  otherContractor,
  staff,
} from "#prisma/seed/factories.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsSeenBy, type World } from "#tests/support/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.startWorker();
});
afterAll(() => world.close());

/** The guarantees of an application once the worker has issued all of them, in the order of the products. */
async function issued(applicationId: string, count = 1) {
  const rows = await until("issue", async () => {
    const found = await rowsSeenBy<{ id: string; number: string }>(
      staff,
      `SELECT id::text, contract_number AS number FROM guarantees
        WHERE application_id = $1::uuid AND status = 'issued' ORDER BY product`,
      applicationId,
    );
    return found.length === count && found;
  });
  return Promise.all(
    rows.map(async (row) => {
      const [one, key] = await inScope(contractor, async (tx) => [
        await findIssued(tx, row.id),
        await findStoredKey(tx, row.id),
      ]);
      const content = one?.certificates[0]?.content;
      if (!content || !key) throw new Error("an issued electronic guarantee has certificate and key");
      return { ...row, content, key: openKey(key) };
    }),
  );
}

const rowsOf = (model: { rows: readonly { label: string; value: string | readonly string[] }[] } | null) =>
  Object.fromEntries((model?.rows ?? []).map(({ label, value }) => [label, value]));

test("中間前払金保証 alone is issued under the letter C, certified, listed and verified", async () => {
  const { id } = await anApplication().named("中間の工事").interimOnly().ordered();
  const shown = await loadCase(staff, id);
  expect(shown?.model.amounts).toEqual([{ label: "中間前払金保証", yen: 10_000_000n }]);
  expect(
    shown?.model.checks.filter(({ title }) => title.includes("中間")).map(({ passed }) => passed),
  ).toEqual([true, true, true]);

  const [guarantee] = await issued(id);
  if (!guarantee) throw new Error("nothing was issued");
  expect(guarantee.number).toMatch(/^\d{5}-\d{5}C$/);
  const certificate = (await loadCertificate(contractor, guarantee.id, 1))?.model ?? null;
  expect(certificate?.title).toBe("保証証書（中間前払金保証）");
  expect(certificate?.oath).toContain("中間前払金保証約款");
  expect(rowsOf(certificate)).toMatchObject({
    "保証金額（総額）": "10,000,000円",
    保証期限: "令和9年3月31日",
    預託金融機関: "〇〇銀行 ××支店",
  });
  const notice = presentKeyNotice(guarantee.content, guarantee.key);
  expect(notice).toMatchObject({
    product: "中間前払金保証",
    completes: "中間前払金請求手続（中間前払金保証）",
  });
  const { rows } = await loadGuarantees(contractor, true, {});
  expect(rows.find((row) => row.id === guarantee.id)?.product).toBe("中間前払金保証");

  const verified = await verifyGuarantee(odawaraOfficial, {
    contractNumber: guarantee.number,
    key: guarantee.key,
  });
  if (!("verificationId" in verified)) throw new Error("the right number and key do not fit");
  const seen = await loadVerification(odawaraOfficial, verified.verificationId);
  expect(seen?.overview.product).toBe("中間前払金保証");
});

test("all three products of one application are issued, each under its letter", async () => {
  const { id } = await anApplication()
    .named("三つの保証の工事")
    .interimOnly()
    .with({ advanceApply: "on", performanceApply: "on" })
    .ordered();
  const checks = (await loadCase(staff, id))?.model.checks;
  expect(checks?.find(({ title }) => title === "中間前払金の順序")?.passed).toBe(false);
  const guarantees = await issued(id, 3);
  expect(guarantees.map(({ number }) => number.at(-1))).toEqual(["M", "K", "C"]);
  expect(new Set(guarantees.map(({ key }) => key)).size).toBe(3);
});

test("a joint venture over two fiscal years has its members and the year's end on its certificate, 契約保証 the whole 工期", async () => {
  const { id } = await anApplication()
    .named("JVの工事")
    .with({ ...jointVenture, ...twoYears })
    .ordered();
  const [advance, performance] = await issued(id, 2);
  if (!advance || !performance) throw new Error("both products are issued");
  const shown = rowsOf((await loadCertificate(contractor, advance.id, 1))?.model ?? null);
  expect(shown).toMatchObject({
    保証契約者: [
      "神奈川県小田原市〇〇町1番1号",
      "〇〇・△△・□□特定建設工事共同企業体",
      "代表者　〇〇建設 株式会社　60.00%",
    ],
    構成員: ["△△土木 株式会社　30.00%", "□□組 株式会社　10.00%", "甲型（共同施工方式）、一括預託"],
    保証期限: "令和9年3月31日",
  });
  expect(rowsOf((await loadCertificate(contractor, performance.id, 1))?.model ?? null).保証期間).toBe(
    "令和8年4月3日 ～ 令和10年3月10日",
  );
  expect(presentKeyNotice(advance.content, advance.key)).toMatchObject({
    contractorName: "〇〇建設 株式会社",
    jv: [
      "〇〇・△△・□□特定建設工事共同企業体",
      "構成員　〇〇建設 株式会社（代表者）、△△土木 株式会社、□□組 株式会社",
    ],
  });
  const checks = (await loadCase(staff, id))?.model.checks;
  expect(checks?.find(({ title }) => title === "JVの構成")?.passed).toBe(true);
});

test("a character that no font has is pointed out at the member's name, before anything is sent", async () => {
  const id = await anApplication()
    .with({ ...jointVenture, jvMember2: "𛀁組" })
    .drafted();
  const sent = await submitApplication(contractor, id, 0);
  expect("errors" in sent && sent.errors.map(({ field }) => field)).toEqual(["jvMember2"]);
});

test("a proposal is taken into the draft as it stands, once, and only by the company itself", async () => {
  const id = await anApplication()
    .with({ ...twoYears, advanceBaseYen: "", advanceExpiresOn: "" })
    .drafted();
  const draftOf = async () => (await inScope(contractor, (tx) => findApplication(tx, id)))?.draft;
  const restore = setClock(() => new Date("2027-04-01T00:00:00+09:00"));
  try {
    expect(await takeProposal(otherContractor, id, "advanceBase")).toMatchObject({ refused: "not_found" });
    expect((await draftOf())?.advanceBaseYen ?? "").toBe("");
    await takeProposal(contractor, id, "advanceBase");
    await takeProposal(contractor, id, "advanceTerm");
    expect(await draftOf()).toMatchObject({
      advanceBaseYen: "20,000,000",
      advanceExpiresOn: "令和10年3月10日",
    });
    const before = await draftOf();
    await takeProposal(contractor, id, "advanceBase");
    expect(await draftOf()).toEqual(before);
  } finally {
    restore();
  }
});
