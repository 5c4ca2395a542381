import { afterAll, beforeAll, expect, test } from "vitest";
import { inScope } from "#lib/core/db.ts";
import { openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { groupKey } from "#lib/features/keys/rules.ts";
import { anApplication, contractor, staff } from "#prisma/seed/factories.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsSeenBy, rowsThatExist, type World } from "#tests/support/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.startWorker();
});
afterAll(() => world.close());

async function issued(applicationId: string): Promise<{ id: string; contract_number: string }[]> {
  return until("issue", async () => {
    const rows = await rowsSeenBy<{ id: string; contract_number: string; status: string }>(
      staff,
      "SELECT id::text, contract_number, status::text FROM guarantees WHERE application_id = $1::uuid ORDER BY product",
      applicationId,
    );
    return rows.length > 0 && rows.every(({ status }) => status === "issued") && rows;
  });
}

test("The mail about an issue never contains the key, in any part or spelling, and nor does anything else in the database", async () => {
  const { id } = await anApplication().ordered();
  const guarantees = await issued(id);
  await until("both notices", () => world.mail.accepted.length === 2);
  const tables = await rowsThatExist<{ name: string }>(
    world.urls,
    "SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, 'pgboss'::regnamespace)",
  );
  for (const { id: guaranteeId, contract_number } of guarantees) {
    const stored = await inScope(contractor, (tx) => findStoredKey(tx, guaranteeId));
    if (!stored) throw new Error("an electronic guarantee has a key");
    const key = openKey(stored);
    const spellings = [key, groupKey(key).join("-"), groupKey(key).join(" "), encodeURIComponent(key)];
    for (const { mail, raw } of world.mail.accepted)
      for (const spelling of spellings)
        for (const part of [
          mail.subject,
          mail.text,
          mail.html,
          mail.headerLines.map(({ line }) => line).join(),
          raw,
        ])
          expect(String(part)).not.toContain(spelling);
    expect(world.mail.accepted.filter(({ mail }) => mail.text?.includes(contract_number))).toHaveLength(1);
    // The key notice's PDF contains it, compressed; no row has it in clear text.
    for (const { name } of tables) {
      const [found] = await rowsThatExist<{ n: number }>(
        world.urls,
        `SELECT count(*)::int AS n FROM ${name} t WHERE t::text LIKE '%' || $1 || '%'
          OR t::text LIKE '%' || encode($1::bytea, 'hex') || '%'`,
        [key],
      );
      expect(found?.n, name).toBe(0);
    }
  }
});

test("No mail about an issue goes out when none was asked for, and none for a certificate on paper", async () => {
  const before = world.mail.accepted.length;
  const quiet = await anApplication().with({ notice: "no", noticeEmail: "" }).ordered();
  const paper = await anApplication().onPaper().ordered();
  await issued(quiet.id);
  await issued(paper.id);
  const mails = await rowsThatExist(
    world.urls,
    `SELECT 1 FROM outbox_mails m JOIN guarantees g ON g.id = m.guarantee_id WHERE g.application_id = ANY($1::uuid[])`,
    [[quiet.id, paper.id]],
  );
  expect(mails).toEqual([]);
  expect(world.mail.accepted.length).toBe(before);
});

test("A guarantee on paper has a number and one printable certificate, and no key", async () => {
  const { id } = await anApplication().onPaper().performanceOnly().ordered();
  const [guarantee] = await issued(id);
  expect(guarantee?.contract_number).toMatch(/^\d{5}-\d{5}K$/);
  const [found] = await rowsThatExist(
    world.urls,
    `SELECT (SELECT count(*)::int FROM verification_keys WHERE guarantee_id = $1) AS keys,
      (SELECT array_agg(kind::text) FROM documents WHERE guarantee_id = $1) AS documents,
      (SELECT count(*)::int FROM certificates WHERE guarantee_id = $1) AS certificates`,
    [guarantee?.id],
  );
  expect(found).toEqual({ keys: 0, documents: ["certificate"], certificates: 1 });
});
