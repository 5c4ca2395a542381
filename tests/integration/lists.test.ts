import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "#lib/cli/database/connect.ts";
import { deployMigrations } from "#lib/cli/database/migrations.ts";
import { inCheckout } from "#lib/cli/paths.ts";
import { inScope } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import type { PageQuery } from "#lib/core/pages.ts";
import { foldForSearch } from "#lib/core/text.ts";
import { exportApplications, loadApplications } from "#lib/features/applications/loaders.ts";
import { saveDraft } from "#lib/features/drafts/commands.ts";
import { loadQueue } from "#lib/features/examinations/loaders.ts";
import { exportGuarantees, loadGuarantees } from "#lib/features/guarantees/loaders.ts";
import { anApplication, contractor, otherContractor, otherStaff, staff } from "#prisma/seed/factories.ts";
import { mihon, odawara } from "#prisma/seed/masters.ts";
import { cloneDatabase } from "#tests/support/services.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsSeenBy, rowsThatExist, type World } from "#tests/support/world.ts";

type Query = Parameters<typeof loadApplications>[1];
const listed = (scope: Parameters<typeof loadApplications>[0], query: Query) =>
  loadApplications(scope, query, async () => null);

let world: World;

/** 工事名, 前払金保証 in yen, 工期（至）, obligee; every order and filter sorts them differently. */
const works = [
  ["道路改良工事（その１）", "20,000,000", "2027/3/31", odawara],
  ["ﾄﾞｳﾛ改良工事", "10,000,000", "2026/6/30", odawara],
  ["河川護岸工事", "19,000,000", "2020/3/31", mihon],
  ["ＡＢ橋　補修工事", "20,000,000", "2026/6/30", mihon],
] as const;

beforeAll(async () => {
  world = await openWorld();
  await world.startWorker();
  for (const [name, advanceYen, worksTo, obligee] of works)
    await anApplication()
      .named(name)
      .with({ advanceYen, worksTo, worksFrom: "2020/1/1", notice: "no", noticeEmail: "" })
      .forObligee(obligee)
      .advanceOnly()
      .ordered();
  await anApplication(otherContractor).named("道路改良工事（他社）").forObligee(mihon).toShizuoka().ordered();
  await until("issued", async () => {
    const [open] = await rowsThatExist<{ n: number }>(
      world.urls,
      "SELECT count(*) FILTER (WHERE status <> 'issued')::int AS n FROM guarantees",
    );
    return open?.n === 0;
  });
});
afterAll(() => world.close());

const guaranteesBy = async (query: PageQuery) =>
  (await loadGuarantees(contractor, false, query)).rows.map(({ workName }) => workName);
const names = works.map(([name]) => name.replace("ﾄﾞｳﾛ", "ドウロ"));
const [one, two, three, four] = names;

describe("保証契約一覧", () => {
  test.for([
    ["その1", [one]],
    ["道路", [one]],
    ["どうろ", []],
    ["ドウロ", [two]],
    ["ﾄﾞｳﾛ", [two]],
    ["ab橋補修", [four]],
    ["小田原", [two, one]],
    ["%", []],
    ["_", []],
    ["工事小田原", []],
    ["他社", []],
  ] as const)(
    "finds 「%s」 in any spelling, and never across two fields or another company's",
    async ([q, found]) => {
      expect(await guaranteesBy({ q })).toEqual(found);
    },
  );

  test("finds a number or a part of it, with any hyphen or none", async () => {
    const { rows } = await loadGuarantees(contractor, false, {});
    const number = rows[0]?.contractNumber ?? "";
    for (const q of [number, number.replace("-", ""), number.replace("-", "ー"), number.slice(3, 9)])
      expect((await loadGuarantees(contractor, false, { q })).rows[0]?.contractNumber).toBe(number);
  });

  test("is ordered and filtered as its URL says; what the URL cannot mean is left out", async () => {
    expect(await guaranteesBy({})).toEqual([four, three, two, one]);
    expect(await guaranteesBy({ sort: "amount" })).toEqual([four, one, three, two]);
    expect(await guaranteesBy({ sort: "term" })).toEqual([three, two, four, one]);
    expect(await guaranteesBy({ obligee: mihon.id })).toEqual([four, three]);
    expect(await guaranteesBy({ product: "performance" })).toEqual([]);
    expect(await guaranteesBy({ state: "expired", obligee: mihon.id })).toContain(three);
    expect(await guaranteesBy({ state: "running", sort: "term" })).not.toContain(three);
    expect(await guaranteesBy({ sort: "x", product: "'", obligee: "1", before: "2020.x" })).toHaveLength(4);
    expect(await loadGuarantees(contractor, true, { q: "道路" })).toMatchObject({ total: "1件" });
  });

  test("is saved as a CSV with the filters and order of the page, and with nobody else's rows", async () => {
    const lines: string[] = [];
    for await (const part of exportGuarantees(contractor, { sort: "amount", form: "electronic" }))
      lines.push(part);
    const text = lines.join("");
    expect(text.startsWith('\uFEFF"保証契約番号","保証種類"')).toBe(true);
    const found = text.split("\r\n").slice(1, -1);
    expect(found.map((line) => line.split('","')[4])).toEqual([four, one, three, two]);
    expect(found[0]).toMatch(
      /^"\d{5}-\d{5}M","前払金保証","電子保証","見本市長",".*","50000000","20000000","2026\/06\/30"/,
    );
    expect(text).not.toContain("他社");
  });
});

describe("保証申込", () => {
  test("goes forth and back through all rows of every order without losing or repeating one, also when a search narrows it", async () => {
    // Many have the same amount, so that pages end in the middle of equals.
    for (let n = 0; n < 43; n += 1)
      await anApplication()
        .named(`頁送り ${String(n).padStart(2, "0")}`)
        .drafted();
    for (const query of [{ q: "頁送り" }, { sort: "amount" }, { q: "頁送り", sort: "amount" }] as const) {
      const seen: string[][] = [];
      let page = await listed(contractor, query);
      seen.push(page.rows.map(({ id }) => id));
      while (page.older) {
        page = await listed(contractor, { ...query, before: page.older });
        seen.push(page.rows.map(({ id }) => id));
      }
      const all = seen.flat();
      expect(new Set(all).size).toBe(all.length);
      expect(all.length).toBe("q" in query ? 43 : 47);
      expect(page.total).toBe("q" in query ? "43件" : "47件");
      for (const expected of seen.slice(0, -1).reverse()) {
        page = await listed(contractor, { ...query, after: page.newer });
        expect(page.rows.map(({ id }) => id)).toEqual(expected);
      }
      expect(page.newer).toBeUndefined();
    }
    const drafts = await listed(contractor, { status: "draft", q: "頁送り 07" });
    expect(drafts.rows.map(({ workName }) => workName)).toEqual(["頁送り 07"]);
    expect((await listed(contractor, { status: "issued" })).rows).toHaveLength(4);
    expect((await listed(contractor, { product: "performance" })).rows).toEqual([]);
    let csv = "";
    for await (const part of exportApplications(contractor, { q: "頁送り" })) csv += part;
    expect(csv.split("\r\n")).toHaveLength(45);
  });

  test("finds a 工事番号, and a returned application by what was sent, not by what is being typed", async () => {
    const returned = await anApplication()
      .named("差戻された工事")
      .with({ workNumber: "Ｒ８−道改−１２" })
      .returned("工期をご確認ください。");
    await saveDraft(contractor, returned.id, { workName: "書きかけの名前", workNumber: "X-1" });
    const found = async (q: string) => (await listed(contractor, { q })).rows.map(({ id }) => id);
    expect(await found("r8道改12")).toEqual([returned.id]);
    expect(await found("差戻された")).toEqual([returned.id]);
    expect(await found("書きかけ")).toEqual([]);
    expect(await found("X-1")).toEqual([]);
  });
});

describe("The branch's queue", () => {
  test("finds by number, 工事名, 発注者 and 商号 what was sent to it, and no draft and nothing of another branch", async () => {
    const sent = await anApplication().named("待ち行列の工事").submitted();
    const found = async (q: string, by = staff) =>
      (await loadQueue(by, { q })).items.map(({ receiptNumber }) => receiptNumber);
    expect(await found(sent.receiptNumber)).toEqual([sent.receiptNumber]);
    expect(await found(`受付番号：${sent.receiptNumber.replace("-", " ")}`)).toEqual([sent.receiptNumber]);
    expect(await found("待ち行列")).toEqual([sent.receiptNumber]);
    expect(await found("〇〇建設株式会社")).toContain(sent.receiptNumber);
    expect(await found("頁送り")).toEqual([]);
    expect(await found("待ち行列", otherStaff)).toEqual([]);
    const numbered = (await loadGuarantees(contractor, false, {})).rows.flatMap(
      ({ contractNumber, workName }) => (contractNumber ? [{ contractNumber, workName }] : []),
    );
    expect(numbered).toHaveLength(works.length);
    for (const { contractNumber, workName } of numbered)
      for (const q of [contractNumber, contractNumber.replace("-", ""), contractNumber.slice(2)]) {
        expect((await loadQueue(staff, { q: `保証契約番号 ${q}` })).total).toBe("1件");
        expect((await loadQueue(staff, { q })).items.map((item) => item.workName)).toEqual([workName]);
        expect((await listed(contractor, { q })).rows.map((row) => row.workName)).toEqual([workName]);
        expect(await found(q, otherStaff)).toEqual([]);
      }
    expect((await loadQueue(staff, { status: "submitted", q: "待ち行列" })).total).toBe("1件");
    expect((await loadQueue(staff, { status: "issued", q: "待ち行列" })).items).toEqual([]);
  });
});

test("The folding of the database is that of lib/core/text.ts", async () => {
  // Everything that Japanese names are written with; beyond that, the two know different versions of Unicode.
  const ranges = [
    [0x20, 0xff],
    [0x2010, 0x206f],
    [0x2460, 0x24ff],
    [0x3000, 0x33ff],
    [0x4e00, 0x9fff],
    [0xf900, 0xfa2d],
    [0xff01, 0xffee],
  ] as const;
  const letters = ranges.map(([min, max]) => fc.integer({ min, max }).map((n) => String.fromCodePoint(n)));
  const traps = fc.constantFrom(..."ﾄﾞｶﾞばパｰー－-−‐―─ 　\u00A0\u200BＡｂ１①㈱髙﨑𠮷々〇㌔か゛は゜\t\nÀéЖß");
  const text = fc.string({ unit: fc.oneof({ weight: 7, arbitrary: traps }, ...letters), maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 50, maxLength: 50 }), async (texts) => {
      const rows = await rowsSeenBy<{ folded: string }>(
        contractor,
        "SELECT fold_for_search(t) AS folded FROM unnest($1::text[]) WITH ORDINALITY AS u(t, n) ORDER BY n",
        texts,
      );
      expect(rows.map(({ folded }) => folded)).toEqual(texts.map(foldForSearch));
    }),
    { numRuns: 60 },
  );
});

test("Rows that were there before the lists could be searched are filled in by the migration, by an owner whom row-level security binds", async () => {
  const mine = "20261123005000_lists_are_searched_and_sorted";
  const own = inCheckout("prisma/migrations");
  const folder = mkdtempSync(path.join(tmpdir(), "hosho-lists-"));
  const { ownerUrl, drop } = await cloneDatabase();
  try {
    await withClient(ownerUrl, (client) =>
      client.query("DROP SCHEMA public CASCADE; DROP SCHEMA pgboss CASCADE; CREATE SCHEMA public"),
    );
    for (const name of readdirSync(own).filter((entry) => /^\d/.test(entry) && entry < mine))
      cpSync(path.join(own, name), path.join(folder, name), { recursive: true });
    await deployMigrations(ownerUrl, folder);
    const [application, guarantee] = [newId(), newId()];
    await withClient(ownerUrl, async (client) => {
      await client.query(`CREATE POLICY t ON applications TO CURRENT_USER USING (true);
        CREATE POLICY t ON guarantees TO CURRENT_USER USING (true)`);
      await client.query(`INSERT INTO applications (id, company_id, status, draft, work_name, obligee_title, company_name, products,
          guaranteed_yen, receipt_number, revision, version, created_at, saved_at)
        VALUES ('${application}', '${application}', 'issued', '{"workNumber": "Ｒ８−１"}', '道路　工事', '小田原市長', '〇〇建設 株式会社', '{advance}',
          1, '20260401-000001', 1, 1, now(), now())`);
      await client.query(`INSERT INTO guarantees (id, application_id, company_id, branch_id, obligee_id, product, form, status, contract_number,
          work_name, obligee_title, company_name, contract_yen, guarantee_yen, ordered_at)
        VALUES ('${guarantee}', '${application}', '${application}', '${application}', '${application}', 'advance', 'electronic', 'issued',
          '35075-00001M', '道路　工事', '小田原市長', 'x', 1, 1, now())`);
    });
    cpSync(path.join(own, mine), path.join(folder, mine), { recursive: true });
    expect(await deployMigrations(ownerUrl, folder)).toEqual([mine]);
    const { rows } = await withClient(ownerUrl, (client) =>
      client.query(
        "SELECT a.search AS a, company_search AS c, g.search AS g FROM applications a, guarantees g",
      ),
    );
    expect(rows).toEqual([
      {
        a: "20260401000001\nr81\n小田原市長\n道路工事",
        c: "〇〇建設株式会社",
        g: "3507500001m\n小田原市長\n道路工事",
      },
    ]);
    // A later migration adds the numbers of the existing guarantees.
    expect((await deployMigrations(ownerUrl)).length).toBeGreaterThan(0);
    const after = await withClient(ownerUrl, (client) => client.query("SELECT search FROM applications"));
    expect(after.rows).toEqual([{ search: "20260401000001\n3507500001m\nr81\n小田原市長\n道路工事" }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await drop();
  }
});

test("A search reads the tenant's own part of an index: no other row is touched, however many there are", async () => {
  const plan = await inScope(contractor, async (tx) => {
    // PostgreSQL reads a handful of rows completely, whatever index there is.
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return tx.$queryRawUnsafe<{ "QUERY PLAN": string }[]>(
      `EXPLAIN SELECT id FROM guarantees WHERE company_id = '${contractor.partyId}'::uuid AND issued_at IS NOT NULL
        AND strpos(search, (SELECT fold_for_search('道路'))) > 0 ORDER BY id DESC LIMIT 21`,
    );
  });
  const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
  expect(text).toMatch(/Index Only Scan using guarantees_newest[^\n]*\n\s*Index Cond: \(+company_id = /);
});
