import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { adminScope, systemScope } from "#lib/auth/scope.ts";
import { openSession } from "#lib/auth/sessions.ts";
import { withClient } from "#lib/cli/database/connect.ts";
import { sha256 } from "#lib/core/crypto.ts";
import { assertUnprivilegedLogin, inScope, openDatabase, type Scope, useDatabase } from "#lib/core/db.ts";
import { requestPasswordReset } from "#lib/features/accounts/commands.ts";
import { keepFailure } from "#lib/jobs/failures.ts";
import { users } from "#prisma/seed/masters.ts";
import { type Parties, type Side, twoSides } from "#tests/support/two-sides.ts";
import { openWorld, rowsSeenBy, rowsThatExist, type World } from "#tests/support/world.ts";

// Row-level security as the only protection: statements without any WHERE, under the login hosho_app, on every table of
// the catalog. A new table fails here until somebody says who sees what in it.

let world: World;
let sides: [Side, Side];
let tables: string[];

type Party = keyof Parties;
type Visible = Record<Party | "system" | "admin", string>;

const everyone = { contractor: "true", branch: "true", obligee: "true", system: "true", admin: "true" };
const nobody = { contractor: "false", branch: "false", obligee: "false", system: "false", admin: "false" };
const guaranteeIn = (condition: string) => `guarantee_id IN (SELECT id FROM guarantees WHERE ${condition})`;
const guarantee = {
  ...nobody,
  contractor: "company_id = $1",
  branch: "branch_id = $1",
  obligee: "obligee_id = $1 AND status = 'issued' AND form = 'electronic'",
};
const withGuarantee = {
  ...nobody,
  contractor: guaranteeIn(guarantee.contractor),
  branch: guaranteeIn(guarantee.branch),
  obligee: guaranteeIn(guarantee.obligee),
};
const application = {
  ...nobody,
  contractor: "company_id = $1",
  branch: "branch_id = $1 AND status <> 'draft'",
};
const applicationIn = (condition: string) =>
  `application_id IN (SELECT id FROM applications WHERE ${condition})`;

const sent = (condition: string) =>
  `SELECT n.attachment_id FROM submission_attachments n JOIN submissions s ON s.id = n.submission_id
    WHERE ${applicationIn(condition).replace("application_id", "s.application_id")}`;
const leftover = "sent_at IS NULL AND (state = 'uploading' OR removed_at IS NOT NULL)";

/** Who sees which rows; $1 is the party's id. Written down independently of the policies on purpose. */
const visible: Record<string, Visible> = {
  guarantors: everyone,
  branches: everyone,
  obligees: everyone,
  obligee_rules: everyone,
  consigned_banks: everyone,
  handover_routes: everyone,
  handovers: { ...withGuarantee, obligee: "false" },
  throttles: everyone,
  counters: everyone,
  job_steps: everyone,
  users: { ...nobody, system: "true", contractor: "company_id = $1" },
  invitations: { ...nobody, system: "true", contractor: "company_id = $1" },
  password_resets: { ...nobody, system: "true" },
  sessions: { ...nobody, system: "true" },
  companies: { ...nobody, system: "true", contractor: "id = $1" },
  company_defaults: { ...nobody, contractor: "company_id = $1" },
  applications: application,
  submissions: {
    ...nobody,
    contractor: applicationIn(application.contractor),
    branch: applicationIn(application.branch),
  },
  message_threads: {
    ...nobody,
    contractor: applicationIn(application.contractor),
    branch: applicationIn(application.branch),
  },
  messages: {
    ...nobody,
    contractor: applicationIn(application.contractor),
    branch: applicationIn(application.branch),
  },
  notices: { ...nobody, contractor: "company_id = $1", branch: "branch_id = $1" },
  notice_reads: { ...nobody, contractor: "company_id = $1" },
  notice_settings: { ...nobody, contractor: "company_id = $1", system: "true" },
  attachments: {
    ...nobody,
    contractor: "company_id = $1",
    branch: `id IN (${sent(application.branch)})`,
    system: leftover,
  },
  attachment_chunks: {
    ...nobody,
    contractor: "attachment_id IN (SELECT id FROM attachments WHERE company_id = $1)",
    branch: `attachment_id IN (${sent(application.branch)})`,
    system: `attachment_id IN (SELECT id FROM attachments WHERE ${leftover})`,
  },
  submission_attachments: {
    ...nobody,
    contractor: `attachment_id IN (${sent(application.contractor)})`,
    branch: `attachment_id IN (${sent(application.branch)})`,
  },
  guarantees: guarantee,
  certificates: withGuarantee,
  verification_keys: { ...withGuarantee, obligee: "false" },
  documents: { ...withGuarantee, obligee: `kind = 'certificate' AND ${withGuarantee.obligee}` },
  verifications: { ...withGuarantee, obligee: "obligee_id = $1" },
  audit_events: {
    contractor: "company_id = $1",
    branch: "branch_id = $1",
    obligee: "obligee_id = $1",
    admin: "true",
    system: "false",
  },
  reissues: { ...withGuarantee, obligee: "false" },
  outbox_mails: {
    ...nobody,
    system: "true",
    branch: "branch_id = $1",
    contractor: `id IN (SELECT mail_id FROM handovers WHERE ${withGuarantee.contractor})`,
  },
  failed_jobs: { ...nobody, system: "true", branch: "branch_id = $1", admin: "branch_id IS NULL" },
};

beforeAll(async () => {
  world = await openWorld();
  const worker = await world.startWorker();
  sides = await twoSides(world);
  await worker.stop();
  await inScope(systemScope, (tx) => openSession(tx, users.contractor.id));
  await requestPasswordReset(users.contractor.email, "192.0.2.1");
  await keepFailure({ sourceName: "notice.remind", data: { branchId: null }, sourceOutput: null });
  const rows = await rowsThatExist<{ name: string }>(
    world.urls,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
      AND relname <> '_prisma_migrations' ORDER BY 1`,
  );
  tables = rows.map(({ name }) => name);
});
afterAll(() => world.close());

const partiesOf = ({ parties }: Side) => Object.values(parties);
const admin = adminScope(users.admin);

const linesSeenBy = async (scope: Scope, table: string): Promise<string[]> => {
  const rows = await rowsSeenBy<{ line: string }>(scope, `SELECT t::text AS line FROM "${table}" t`);
  return rows.map(({ line }) => line).sort();
};

async function linesThatExist(table: string, where = "true", values: unknown[] = []): Promise<string[]> {
  const sql = `SELECT t::text AS line FROM "${table}" t WHERE ${where}`;
  const rows = await rowsThatExist<{ line: string }>(world.urls, sql, where.includes("$1") ? values : []);
  return rows.map(({ line }) => line).sort();
}

/**
 * The error code with which a statement in a party's context is refused; undefined when it went through (it is rolled
 * back).
 */
function refusalOf(scope: Scope, sql: string, values: unknown[] = []): Promise<string | undefined> {
  return withClient(world.urls.appUrl, async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.party', $1, true), set_config('app.party_id', $2, true)", [
      scope.party,
      scope.partyId ?? "",
    ]);
    try {
      await client.query(sql, values);
      return undefined;
    } catch (error) {
      return error instanceof Error && "code" in error ? String(error.code) : String(error);
    } finally {
      await client.query("ROLLBACK");
    }
  });
}

describe("A statement without a condition", () => {
  test("is tried on every table there is", () => {
    expect(Object.keys(visible).sort()).toEqual(tables);
  });

  test.for(Object.keys(visible))("shows each party its own rows of %s and no others", async (table) => {
    const rule = visible[table] ?? nobody;
    expect((await linesThatExist(table)).length, "the test has rows to hide").toBeGreaterThan(0);
    for (const scope of [...sides.flatMap(partiesOf), systemScope, admin]) {
      const expected = await linesThatExist(table, rule[scope.party], [scope.partyId]);
      expect(await linesSeenBy(scope, table), `${scope.party} ${scope.actorName}`).toEqual(expected);
    }
  });

  test("shows both sides something, and never the same row, of every table with tenants' data", async () => {
    for (const table of tables.filter(
      (name) => visible[name] !== everyone && visible[name]?.branch !== "false",
    ))
      for (const party of ["contractor", "branch", "obligee"] as const) {
        const [mine, theirs] = [
          await linesSeenBy(sides[0].parties[party], table),
          await linesSeenBy(sides[1].parties[party], table),
        ];
        if (visible[table]?.[party] === "false") expect([mine, theirs]).toEqual([[], []]);
        else expect(Math.min(mine.length, theirs.length), `${party} ${table}`).toBeGreaterThan(0);
        expect(mine.filter((line) => theirs.includes(line))).toEqual([]);
      }
  });

  test("shows nothing of any table without a context, an empty or an unknown one", async () => {
    await withClient(world.urls.appUrl, async (client) => {
      for (const [party, id] of [
        ["", ""],
        ["nobody", ""],
        ["contractor", ""],
        ["branch", "00000000-0000-0000-0000-000000000000"],
      ])
        for (const table of tables) {
          if (party !== "" && visible[table] === everyone) continue;
          await client.query(
            "SELECT set_config('app.party', $1, false), set_config('app.party_id', $2, false)",
            [party, id],
          );
          const { rows } = await client.query(`SELECT 1 FROM "${table}"`);
          expect(rows, `${party} ${table}`).toEqual([]);
        }
    });
    await withClient(world.urls.appUrl, async (client) => {
      for (const table of tables)
        expect((await client.query(`SELECT 1 FROM "${table}"`)).rows, table).toEqual([]);
    });
  });

  test("changes and removes no row of the other side", async () => {
    const truth = () => Promise.all(tables.map((table) => linesThatExist(table)));
    const before = await truth();
    for (const side of sides)
      for (const scope of partiesOf(side))
        for (const table of ["applications", "guarantees", "verifications", "outbox_mails", "failed_jobs"]) {
          const other = side === sides[0] ? sides[1] : sides[0];
          const key = table === "failed_jobs" ? "job_key" : "id";
          const ids = await rowsThatExist<{ id: string }>(
            world.urls,
            `SELECT ${key}::text AS id FROM "${table}" t WHERE ${Object.values(other.parties)
              .map(({ partyId }, n) => `${["company_id", "branch_id", "obligee_id"][n]}::text = '${partyId}'`)
              .filter((_, n) => hasColumn(table, n))
              .join(" OR ")}`,
          );
          expect(ids.length).toBeGreaterThan(0);
          const touched = await rowsSeenBy(
            scope,
            `DELETE FROM "${table}" WHERE ${key}::text = ANY($1::text[]) RETURNING 1`,
            ids.map(({ id }) => id),
          );
          expect(touched).toEqual([]);
        }
    expect(await truth()).toEqual(before);
  });
});

/** Which of company_id, branch_id, obligee_id a table has, in this order. */
function hasColumn(table: string, n: number): boolean {
  const has: Record<string, boolean[]> = {
    applications: [true, true, false],
    guarantees: [true, true, true],
    verifications: [false, false, true],
    outbox_mails: [false, true, false],
    failed_jobs: [false, true, false],
  };
  return has[table]?.[n] ?? false;
}

describe("A row in another tenant's name", () => {
  // A row of the party's own side is the pattern, so that only the tenant is wrong in the new one.
  const copy = (table: string, changes: string) =>
    `INSERT INTO ${table} SELECT (jsonb_populate_record(t, ${changes})).* FROM ${table} t LIMIT 1`;
  const newId = "jsonb_build_object('id', gen_random_uuid()";
  const cases: {
    party: Party;
    table: string;
    sql: (other: Side) => string;
    values: (other: Side) => unknown[];
  }[] = [
    {
      party: "contractor",
      table: "applications",
      sql: () => copy("applications", `${newId}, 'receipt_number', null, 'company_id', $1::text)`),
      values: ({ parties }) => [parties.contractor.partyId],
    },
    {
      party: "branch",
      table: "guarantees",
      sql: () =>
        copy("guarantees", `${newId}, 'contract_number', null, 'product', 'interim', 'branch_id', $1::text)`),
      values: ({ parties }) => [parties.branch.partyId],
    },
    {
      party: "branch",
      table: "outbox_mails",
      sql: () => copy("outbox_mails", `${newId}, 'topic', 'x', 'message_id', 'x', 'branch_id', $1::text)`),
      values: ({ parties }) => [parties.branch.partyId],
    },
    {
      party: "branch",
      table: "failed_jobs",
      sql: () => copy("failed_jobs", "jsonb_build_object('job_key', 'x', 'branch_id', $1::text)"),
      values: ({ parties }) => [parties.branch.partyId],
    },
    {
      party: "obligee",
      table: "verifications",
      sql: () => copy("verifications", `${newId}, 'obligee_id', $1::text)`),
      values: ({ parties }) => [parties.obligee.partyId],
    },
    ...(["certificates", "verification_keys", "documents"] as const).map((table) => ({
      party: "branch" as const,
      table,
      sql: () => copy(table, `${newId}, 'version', 99, 'guarantee_id', $1::text)`),
      values: ({ guaranteeId }: Side) => [guaranteeId],
    })),
    {
      party: "contractor",
      table: "messages",
      sql: () =>
        copy(
          "messages",
          `${newId}, 'number', 99, 'of_author', 99, 'party', 'contractor', 'application_id', $1::text)`,
        ),
      values: ({ applicationId }) => [applicationId],
    },
    {
      party: "branch",
      table: "messages",
      sql: () =>
        copy(
          "messages",
          `${newId}, 'number', 99, 'of_author', 99, 'party', 'branch', 'application_id', $1::text)`,
        ),
      values: ({ applicationId }) => [applicationId],
    },
    {
      party: "branch",
      table: "notices",
      sql: () => copy("notices", `${newId}, 'topic', 'x', 'company_id', $1::text)`),
      values: ({ parties }) => [parties.contractor.partyId],
    },
    {
      party: "contractor",
      table: "notice_settings",
      sql: () => copy("notice_settings", "jsonb_build_object('kind', 'x', 'company_id', $1::text)"),
      values: ({ parties }) => [parties.contractor.partyId],
    },
    {
      party: "contractor",
      table: "submissions",
      sql: () => copy("submissions", `${newId}, 'revision', 99, 'application_id', $1::text)`),
      values: ({ applicationId }) => [applicationId],
    },
  ];

  test.for(cases)("is refused to a $party on $table with 42501", async ({ party, table, sql, values }) => {
    for (const [own, other] of [sides, [sides[1], sides[0]] as const]) {
      const scope = own.parties[party];
      expect(
        await refusalOf(scope, sql(other), values(own)),
        `${table}: the same row in the own name is taken`,
      ).toBeUndefined();
      expect(await refusalOf(scope, sql(other), values(other))).toBe("42501");
    }
  });

  test("is taken on what is issued or sent from no party but the one that issues or sends", async () => {
    const writer = {
      certificates: "branch",
      verification_keys: "branch",
      documents: "branch",
      submissions: "contractor",
    };
    for (const [table, by] of Object.entries(writer))
      for (const scope of [...partiesOf(sides[0]), systemScope, admin]) {
        // Read by the owner: a party that may not read the row must not be refused for lack of a pattern.
        const [row] = await rowsThatExist<{ line: string }>(
          world.urls,
          `SELECT (to_jsonb(t) || jsonb_build_object('id', gen_random_uuid(), 'version', 98, 'revision', 98))::text AS line
            FROM ${table} t WHERE ${table === "submissions" ? "application_id" : "guarantee_id"} = $1 LIMIT 1`,
          [table === "submissions" ? sides[0].applicationId : sides[0].guaranteeId],
        );
        const sql = `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(null::${table}, $1::jsonb)`;
        expect(await refusalOf(scope, sql, [row?.line]), `${scope.party} writes ${table}`).toBe(
          scope.party === by ? undefined : "42501",
        );
      }
  });

  test("is refused as well when an own row would be handed over", async () => {
    const [own, other] = sides;
    const handOver = "UPDATE applications SET company_id = $1";
    expect(await refusalOf(own.parties.contractor, handOver, [other.parties.contractor.partyId])).toBe(
      "42501",
    );
    const move = "UPDATE guarantees SET branch_id = $1";
    expect(await refusalOf(own.parties.branch, move, [other.parties.branch.partyId])).toBe("42501");
  });

  test("cannot be a message in the other office's name, and an obligee tells of its own guarantees only", async () => {
    const [own, other] = sides;
    const asBranch = copy("messages", `${newId}, 'number', 99, 'of_author', 99, 'party', 'branch')`);
    expect(await refusalOf(own.parties.contractor, asBranch)).toBe("42501");
    const tell = (of: Side) =>
      refusalOf(
        own.parties.obligee,
        `INSERT INTO notices SELECT gen_random_uuid(), $1::uuid, $2::uuid, 'guarantee_viewed', 'x', $3::uuid, $4::uuid, '{}', now()
          ON CONFLICT DO NOTHING`,
        [of.parties.contractor.partyId, of.parties.branch.partyId, of.applicationId, of.guaranteeId],
      );
    expect(await tell(own)).toBeUndefined();
    expect(await tell(other)).toBe("42501");
  });

  test("cannot be a guarantee made by a contractor or an obligee, nor reference data made by any party", async () => {
    const [own] = sides;
    for (const scope of [own.parties.contractor, own.parties.obligee])
      expect(
        await refusalOf(
          scope,
          copy("guarantees", `${newId}, 'contract_number', null, 'product', 'interim')`),
        ),
      ).toBe("42501");
    for (const scope of partiesOf(own))
      for (const table of [
        "obligees",
        "obligee_rules",
        "branches",
        "guarantors",
        "consigned_banks",
        "handover_routes",
      ])
        expect(
          await refusalOf(scope, copy(table, `${newId}, 'name', 'x', 'title', 'x', 'version', 99)`)),
          table,
        ).toBe("42501");
  });
});

describe("The key of a guarantee", () => {
  const compare = (scope: Scope, guaranteeId: string) =>
    rowsSeenBy<{ keys: string[] }>(
      scope,
      "SELECT ARRAY(SELECT jsonb_object_keys(to_jsonb(k)) ORDER BY 1) AS keys FROM key_to_compare($1::uuid) k",
      guaranteeId,
    );

  test("shows an official what a typed one is compared with, and nothing to show it again", async () => {
    const [own, other] = sides;
    expect(await compare(own.parties.obligee, own.guaranteeId)).toEqual([
      { keys: ["verifier", "verifier_key_id", "version"] },
    ]);
    for (const scope of [...partiesOf(other), own.parties.contractor, own.parties.branch, systemScope, admin])
      expect(await compare(scope, own.guaranteeId), scope.party).toEqual([]);
    const onPaper = await rowsThatExist<{ id: string }>(
      world.urls,
      "SELECT id::text FROM guarantees WHERE form = 'paper'",
    );
    expect(onPaper.length).toBeGreaterThan(0);
    for (const { id } of onPaper)
      for (const side of sides) expect(await compare(side.parties.obligee, id)).toEqual([]);
  });
});

describe("What was sent, certified, stored or written down", () => {
  test.for([
    "audit_events",
    "submissions",
    "submission_attachments",
    "certificates",
    "documents",
    "messages",
    "notices",
  ])("stays as it is in %s, whoever tries", async (table) => {
    const column = table === "submission_attachments" ? "attachment_id" : "id";
    for (const sql of [
      `UPDATE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]) {
      for (const scope of [...partiesOf(sides[0]), systemScope, admin])
        expect(await refusalOf(scope, sql), `${scope.party}: ${sql}`).toBe("42501");
      const byOwner = await withClient(world.urls.ownerUrl, (client) =>
        client.query(sql).then(
          () => "done",
          (error: Error) => error.message,
        ),
      );
      expect(byOwner, `the owner: ${sql}`).toMatch(/ is append-only$/);
    }
  });
});

describe("The login of web and worker", () => {
  test("owns nothing, may not become anybody else and bypasses no policy", async () => {
    await withClient(world.urls.appUrl, async (client) => {
      const { rows } = await client.query(`
        SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
          (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned,
          (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships
        FROM pg_roles r WHERE rolname = current_user AND rolname = 'hosho_app'`);
      expect(rows).toEqual([
        {
          rolsuper: false,
          rolbypassrls: false,
          rolcreaterole: false,
          rolcreatedb: false,
          owned: 0,
          memberships: 0,
        },
      ]);
      await client.query("SELECT set_config('row_security', 'off', false)");
      await expect(client.query("SELECT 1 FROM applications")).rejects.toMatchObject({ code: "42501" });
    });
  });

  test("is checked at start-up, and an owner is refused by name", async () => {
    await expect(assertUnprivilegedLogin()).resolves.toBeUndefined();
    const asOwner = openDatabase(world.urls.ownerUrl, 1);
    const back = useDatabase(asOwner);
    try {
      await expect(assertUnprivilegedLogin()).rejects.toThrow("hosho_owner bypasses row-level security");
    } finally {
      back();
      await asOwner.$disconnect();
    }
  });
});

test("The owner, who is no superuser, sees no row either: row-level security is forced", async () => {
  await withClient(world.urls.ownerUrl, async (client) => {
    await client.query("BEGIN");
    // The test's own exception, see world.ts; undone at once.
    for (const table of tables) await client.query(`DROP POLICY test_truth ON "${table}"`);
    for (const table of tables)
      expect((await client.query(`SELECT 1 FROM "${table}"`)).rows, table).toEqual([]);
    await client.query("ROLLBACK");
  });
});

describe("The reading of a session", () => {
  const read = (hash: string) =>
    `SELECT session_of(decode('${hash}', 'hex'), now(), interval '1 hour', interval '1 minute') IS NOT NULL AS found`;

  test.each(["found", "not found"])("leaves the party that it was called in when it is %s", async (which) => {
    const token = await inScope(systemScope, (tx) => openSession(tx, users.contractor.id));
    const hash = which === "found" ? sha256(token).toString("hex") : "00";
    const { contractor } = sides[0].parties;
    const after = await inScope(contractor, async (tx) => {
      const [row] = await tx.$queryRawUnsafe<{ found: boolean }[]>(read(hash));
      expect(row).toEqual({ found: which === "found" });
      return tx.$queryRawUnsafe(
        `SELECT current_setting('app.party') AS party, current_setting('app.party_id') AS id,
          (SELECT count(*)::int FROM sessions) AS sessions`,
      );
    });
    expect(after).toEqual([{ party: "contractor", id: contractor.partyId, sessions: 0 }]);
  });
});
