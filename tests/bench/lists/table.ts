import { withClient } from "#lib/cli/database/connect.ts";
import { cloneTemplate, type TemporaryDatabase } from "#lib/cli/database/temporary.ts";

/** The company whose lists are measured; it has the same number of guarantees in every table. */
export const measured = "00000000-0000-7000-8000-00000000a001";
/** A company with two percent of the guarantor's guarantees. */
export const largest = "00000000-0000-7000-8000-00000000a002";
export const branch = "00000000-0000-7000-8000-00000000b001";

/** The number of guarantees of the measured company. */
export const ownGuarantees = 1000;

// Words from the names of works: thousands share some of them, and a number makes each name unique.
const places =
  "'青葉','旭','泉','磯子','金沢','港南','栄','瀬谷','都筑','鶴見','戸塚','中','西','保土ケ谷','緑','南','宮前','麻生','多摩','高津'";
const kinds =
  "'道路改良','舗装補修','橋梁補修','河川護岸','下水道管布設','水路整備','公園整備','校舎改修','防災倉庫新築','ＬＥＤ照明更新'";

/** The contract number of the n-th guarantee, as SQL. */
const numberOf = (n: string, letter: string) => {
  const digits = `(3507500000 + ${n})::text`;
  return `substr(${digits}, 1, 5) || '-' || substr(${digits}, 6) || ${letter}`;
};

/** The UUIDv7 of the n-th second, so that ids rise as in reality; `kind` keeps the tables apart. */
const idOf = (n: string, kind: number) =>
  `(lpad(to_hex(1600000000000 + (${n}) * 1000), 12, '0') || '7000800${kind}' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/**
 * Makes a database with `contracts` issued guarantees, two for each application, by SQL. Those of the measured company
 * are spread evenly among those of some 20,000 others, over 20 branches and 100 obligees. The owner bypasses the
 * policies to write; measuring is done behind them, with the unprivileged login.
 */
export async function makeTable(template: TemporaryDatabase, contracts: number): Promise<string> {
  const urls = await cloneTemplate(template, `lists_${contracts}`);
  const applications = contracts / 2;
  const every = contracts / ownGuarantees;
  await withClient(urls.ownerUrl, async (client) => {
    for (const table of [
      "applications",
      "guarantees",
      "obligees",
      "obligee_rules",
      "verification_keys",
      "verifications",
    ])
      await client.query(`CREATE POLICY bench ON ${table} TO CURRENT_USER USING (true)`);
    await client.query(`
      INSERT INTO obligees (id, name, title, position)
        SELECT ${idOf("n", 1)}, '見本' || n || '市', '見本' || n || '市長', n FROM generate_series(1, 100) n;
      INSERT INTO obligee_rules (id, obligee_id, version, effective_from, accepts_electronic, advance_cap_percent,
          performance_min_percent, source, demo_percentages)
        SELECT ${idOf("n", 2)}, ${idOf("n", 1)}, 1, '2020-01-01', true, 40, 10, '', true FROM generate_series(1, 100) n`);
    await client.query(`
      SELECT setseed(0.5);
      INSERT INTO applications (id, company_id, branch_id, status, draft, work_name, obligee_title, company_name, products,
          guaranteed_yen, receipt_number, contract_numbers, revision, version, created_at, saved_at, submitted_at)
        SELECT ${idOf("n", 3)},
          CASE WHEN n % ${every} = 0 THEN '${measured}'::uuid WHEN n % 50 = 1 THEN '${largest}'::uuid
            ELSE ('00000000-0000-7000-8001-' || lpad(floor(20000 * random() * random())::text, 12, '0'))::uuid END,
          CASE WHEN n % 20 = 0 THEN '${branch}'::uuid
            ELSE ('00000000-0000-7000-8002-' || lpad((n % 20)::text, 12, '0'))::uuid END,
          'issued', jsonb_build_object('workNumber', 'R8-' || n),
          (ARRAY[${places}])[1 + floor(random() * 20)] || (ARRAY['区','町','台'])[1 + n % 3] || '第' || n || '号' ||
            (ARRAY[${kinds}])[1 + floor(random() * 10)] || '工事',
          '見本' || (1 + floor(100 * random() * random()))::int || '市長', '建設会社' || n % 20000, '{advance,performance}',
          (1 + floor(random() * 900)) * 100000, '20260401-' || lpad(n::text, 6, '0'),
          ARRAY[${numberOf("2 * n", "'M'")}, ${numberOf("2 * n + 1", "'K'")}], 1, 1,
          to_timestamp(1600000000 + n), to_timestamp(1600000000 + n), to_timestamp(1600000000 + n)
        FROM generate_series(1, ${applications}) n`);
    // The applications have the numbers already.
    await client.query("ALTER TABLE guarantees DISABLE TRIGGER keep_contract_numbers");
    await client.query(`
      INSERT INTO guarantees (id, application_id, company_id, branch_id, obligee_id, product, form, status, contract_number,
          work_name, obligee_title, company_name, contract_yen, guarantee_yen, ordered_at, issued_at, expires_on)
        SELECT ${idOf("2 * a.n + p.n", 4)}, a.id, a.company_id, a.branch_id, o.id,
          (ARRAY['advance','performance']::product[])[1 + p.n], CASE WHEN random() < 0.8 THEN 'electronic' ELSE 'paper' END::certificate_form,
          'issued', ${numberOf("2 * a.n + p.n", "(ARRAY['M','K'])[1 + p.n]")},
          a.work_name, a.obligee_title, a.company_name, a.guaranteed_yen * 2, greatest(1, a.guaranteed_yen / (1 + p.n * 4)),
          a.submitted_at, a.submitted_at, DATE '2021-01-01' + floor(random() * 2500)::int
        FROM (SELECT *, substr(receipt_number, 10)::int AS n FROM applications) a
          JOIN obligees o ON o.title = a.obligee_title CROSS JOIN generate_series(0, 1) AS p(n)`);
    // The keys of the two companies; the city has used nineteen of twenty.
    await client.query(`
      INSERT INTO verification_keys (id, guarantee_id, version, verifier, verifier_key_id, ciphertext, cipher_key_id, created_at)
        SELECT gen_random_uuid(), id, 1, '', '', '', '', issued_at FROM guarantees
        WHERE form = 'electronic' AND company_id IN ('${measured}', '${largest}');
      INSERT INTO verifications (id, obligee_id, user_id, guarantee_id, key_version, verified_at, expires_at)
        SELECT gen_random_uuid(), g.obligee_id, g.obligee_id, g.id, 1, g.issued_at, g.issued_at
        FROM guarantees g JOIN verification_keys k ON k.guarantee_id = g.id WHERE random() < 0.95`);
    await client.query("VACUUM ANALYZE verification_keys");
    await client.query("VACUUM ANALYZE verifications");
    await client.query("VACUUM ANALYZE applications");
    await client.query("VACUUM ANALYZE guarantees");
    await client.query("VACUUM ANALYZE obligees");
  });
  return urls.appUrl;
}
