import { afterAll, beforeAll, expect, test } from "vitest";
import { inScope } from "#lib/core/db.ts";
import { loadCertificate } from "#lib/features/certificates/loaders.ts";
import { presentKeyNotice } from "#lib/features/certificates/present.ts";
import { loadCase } from "#lib/features/examinations/loaders.ts";
import { loadContracts } from "#lib/features/guarantees/loaders.ts";
import { findIssued, findStoredKey } from "#lib/features/guarantees/queries.ts";
import { openKey } from "#lib/features/keys/commands.ts";
import { verifyGuarantee } from "#lib/features/verification/commands.ts";
import { loadVerification } from "#lib/features/verification/loaders.ts";
import { anApplication, contractor, odawaraOfficial, staff } from "#tests/support/factories.ts";
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
  const certificate = await loadCertificate(contractor, guarantee.id, 1);
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
  const { rows } = await loadContracts(contractor, true, {});
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
