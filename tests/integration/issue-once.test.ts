import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inScope } from "#lib/core/db.ts";
import { isRefused } from "#lib/core/result.ts";
import { submitApplication } from "#lib/features/applications/commands.ts";
import {
  approveApplication,
  beginExamination,
  issueGuarantees,
  returnApplication,
} from "#lib/features/examinations/commands.ts";
import { drawContractNumber } from "#lib/features/guarantees/commands.ts";
import { contractNumberPattern } from "#lib/features/guarantees/rules.ts";
import { giveKey, openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { anApplication, approver, contractor, staff } from "#prisma/seed/factories.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsSeenBy, rowsThatExist, type World } from "#tests/support/world.ts";

let world: World;
/** An issue that an earlier release was stopped in: number and key were committed, the certificate was not. */
let begun: { applicationId: string; id: string; contractNumber: string; key: string };

beforeAll(async () => {
  world = await openWorld();
  const application = anApplication().advanceOnly().with({ notice: "no" });
  const { id: applicationId } = await application.ordered();
  begun = await inScope(staff, async (tx) => {
    const { id } = await tx.guarantee.findFirstOrThrow({ where: { applicationId } });
    const contractNumber = await drawContractNumber(tx, "advance");
    await tx.guarantee.updateMany({ where: { id }, data: { contractNumber } });
    return { applicationId, id, contractNumber, key: await giveKey(tx, id, 1) };
  });
  await world.startWorker();
});
afterAll(() => world.close());

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

async function untilIssued(applicationIds: string[]): Promise<void> {
  const issued = () =>
    rowsSeenBy<{ n: bigint }>(
      staff,
      "SELECT count(*) AS n FROM applications WHERE status = 'issued' AND id = ANY($1::uuid[])",
      applicationIds,
    );
  await until(
    `${applicationIds.length} applications issued`,
    async () => (await issued())[0]?.n === BigInt(applicationIds.length),
    { withinMs: 90_000, seen: async () => String((await issued())[0]?.n) },
  );
}

const perGuarantee = `
  SELECT g.product::text, g.status::text, g.contract_number,
    (SELECT count(*)::int FROM verification_keys k WHERE k.guarantee_id = g.id) AS keys,
    (SELECT count(*)::int FROM certificates c WHERE c.guarantee_id = g.id) AS certificates,
    (SELECT count(*)::int FROM documents d WHERE d.guarantee_id = g.id) AS documents,
    (SELECT count(*)::int FROM outbox_mails m WHERE m.guarantee_id = g.id) AS mails,
    (SELECT count(*)::int FROM audit_events a WHERE a.guarantee_id = g.id AND a.event = 'guarantee.issued') AS issued
  FROM guarantees g WHERE g.application_id = $1 ORDER BY g.product`;

describe("Issuing once", () => {
  test("a hundred presses of 発行 by several people make one number, key, certificate and mail per product", async () => {
    const approved = await anApplication().named("百回押される工事").approved();
    const pressed = await Promise.all(
      times(100, (n) =>
        issueGuarantees(n % 2 === 0 ? staff : approver, { ...approved, premiumReceived: true }),
      ),
    );
    expect(pressed).toEqual(times(100, () => ({ id: approved.id, version: approved.version + 1 })));
    await untilIssued([approved.id]);

    const once = {
      status: "issued",
      keys: 1,
      certificates: 1,
      documents: 2,
      mails: 1,
      issued: 1,
    };
    const found = await rowsThatExist<{ contract_number: string }>(world.urls, perGuarantee, [approved.id]);
    expect(found).toMatchObject([
      { ...once, product: "advance" },
      { ...once, product: "performance" },
    ]);
    const numbers = found.map((row) => row.contract_number);
    for (const number of numbers) expect(number).toMatch(contractNumberPattern);
    expect(numbers.map((number) => number.at(-1))).toEqual(["M", "K"]);
    const ordered = await rowsSeenBy(
      staff,
      "SELECT 1 FROM audit_events WHERE event = 'application.issue_ordered' AND application_id = $1::uuid",
      approved.id,
    );
    expect(ordered).toHaveLength(1);
    await until("both notices at the mail server", () => world.mail.accepted.length === 2);
    expect(new Set(world.mail.accepted.map(({ mail }) => mail.messageId)).size).toBe(2);
  });

  test("an issue that an earlier release began is ended with the number and the key it has", async () => {
    await untilIssued([begun.applicationId]);
    const stored = await inScope(contractor, (tx) => findStoredKey(tx, begun.id));
    expect(stored && openKey(stored)).toBe(begun.key);
    const found = await rowsThatExist(world.urls, perGuarantee, [begun.applicationId]);
    const { contractNumber: contract_number } = begun;
    expect(found).toMatchObject([{ contract_number, keys: 1, certificates: 1, documents: 2, issued: 1 }]);
  });

  test("pressing again after the issue is finished changes nothing and answers the same", async () => {
    const approved = await anApplication().advanceOnly().approved();
    const first = await issueGuarantees(staff, { ...approved, premiumReceived: true });
    await untilIssued([approved.id]);
    const before = await rowsThatExist(world.urls, perGuarantee, [approved.id]);
    expect(await issueGuarantees(approver, { ...approved, premiumReceived: true })).toEqual(first);
    expect(await rowsThatExist(world.urls, perGuarantee, [approved.id])).toEqual(before);
    const jobs = await rowsThatExist(
      world.urls,
      `SELECT 1 FROM pgboss.job WHERE name = 'guarantee.issue' AND data->>'guaranteeId' IN
        (SELECT id::text FROM guarantees WHERE application_id = $1)`,
      [approved.id],
    );
    expect(jobs).toHaveLength(1);
  });

  test("a hundred applications at once get a hundred consecutive 受付番号 and, issued, different contract numbers", async () => {
    const before = await anApplication().submitted();
    const drafts = await Promise.all(
      times(100, (n) => anApplication().named(`並行工事${n}`).advanceOnly().drafted()),
    );
    const sent = await Promise.all(drafts.map((id) => submitApplication(contractor, id, 0)));
    const receipts = sent
      .map((outcome) => ("receiptNumber" in outcome ? outcome.receiptNumber : "refused"))
      .sort();
    const [day, serial] = before.receiptNumber.split("-");
    expect(receipts).toEqual(times(100, (n) => `${day}-${String(Number(serial) + 1 + n).padStart(6, "0")}`));

    const issuing = await Promise.all(drafts.map((id) => issueSubmitted(id)));
    await untilIssued(issuing);
    const numbers = await rowsThatExist<{ contract_number: string }>(
      world.urls,
      "SELECT contract_number FROM guarantees WHERE application_id = ANY($1::uuid[])",
      [drafts],
    );
    expect(new Set(numbers.map((row) => row.contract_number)).size).toBe(100);
    for (const { contract_number } of numbers) expect(contract_number).toMatch(contractNumberPattern);
  }, 120_000);

  test("fifty sendings of one draft make one submission, and every one gets the same 受付番号", async () => {
    const id = await anApplication().drafted();
    const sent = await Promise.all(times(50, () => submitApplication(contractor, id, 0)));
    const [first] = sent;
    expect(first).toMatchObject({ id, receiptNumber: expect.stringMatching(/^\d{8}-\d{6}$/) });
    expect(sent).toEqual(times(50, () => first));
    const submissions = await rowsSeenBy(
      staff,
      "SELECT revision FROM submissions WHERE application_id = $1::uuid",
      id,
    );
    expect(submissions).toEqual([{ revision: 1 }]);
    const lines = await rowsSeenBy(
      staff,
      "SELECT 1 FROM audit_events WHERE event = 'application.submitted' AND application_id = $1::uuid",
      id,
    );
    expect(lines).toHaveLength(1);
  });

  test("of two people who approve and return at once one wins and the other learns that it changed", async () => {
    for (const _ of times(10, () => 0)) {
      const examined = await anApplication().examining();
      const outcomes = await Promise.all([
        approveApplication(approver, examined),
        returnApplication(staff, { ...examined, reason: "工期をご確認ください。" }),
      ]);
      const won = outcomes.filter((outcome) => !isRefused(outcome));
      const lost = outcomes.filter(isRefused);
      expect(won).toEqual([{ id: examined.id, version: examined.version + 1 }]);
      expect(lost).toMatchObject([{ refused: "changed_meanwhile" }]);
      const lines = await rowsSeenBy(
        staff,
        `SELECT 1 FROM audit_events WHERE application_id = $1::uuid
          AND event IN ('application.approved', 'application.returned')`,
        examined.id,
      );
      expect(lines).toHaveLength(1);
    }
  });
});

async function issueSubmitted(id: string): Promise<string> {
  let version = 1;
  for (const step of [
    () => beginExamination(staff, { id, version }),
    () => approveApplication(approver, { id, version }),
    () => issueGuarantees(staff, { id, version, premiumReceived: true }),
  ]) {
    const outcome = await step();
    if (isRefused(outcome)) throw new Error(`refused: ${outcome.refused}`);
    version = outcome.version;
  }
  return id;
}
