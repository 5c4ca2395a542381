import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { withClient } from "#lib/cli/database/connect.ts";
import { diffSchema } from "#lib/cli/database/migrations.ts";
import { withDatabase } from "#lib/cli/database/roles.ts";
import { readSchema } from "#lib/cli/database/schema-files.ts";
import { cloneDatabase } from "#tests/support/services.ts";

// What the schema language cannot express is only in the migrations. Whoever adds one adds it here.
const checks = [
  "applications receipt_number_shape",
  "attachments attachment_size",
  "attachments attachment_type",
  "attachments stored_with_its_hash",
  "consigned_banks bank_code_shape",
  "guarantees amounts_in_range",
  "guarantees contract_number_shape",
  "handover_routes address_of_mail",
  "handover_routes subject_on_one_line",
  "users company_role_of_contractors",
  "users one_party",
];
const sequences = ["contract_serial"];
const functions = [
  "app_party",
  "app_party_id",
  "fold_for_search",
  "keep_application_search",
  "keep_contract_numbers",
  "keep_guarantee_search",
  "keep_stored_attachment",
  "key_to_compare",
  "refuse_change",
  "searched",
  "session_of",
];
const appendOnly = [
  "audit_events",
  "certificates",
  "documents",
  "handovers",
  "messages",
  "notices",
  "submission_attachments",
  "submissions",
];
const searched = ["applications", "guarantees"];
const policies = [
  "applications branch",
  "applications contractor",
  "attachment_chunks contractor_uploads",
  "attachment_chunks seen_with_its_attachment",
  "attachments branch_scans",
  "attachments branch_sees",
  "attachments contractor_adds",
  "attachments contractor_changes",
  "attachments contractor_drops",
  "attachments contractor_sees",
  "attachments worker_sees_leftovers",
  "attachments worker_sweeps",
  "audit_events own_lines",
  "audit_events written_by_any_party",
  "branches everyone_reads",
  "branches system_writes",
  "certificates branch_issues",
  "certificates seen_with_its_guarantee",
  "companies own_company",
  "companies system",
  "company_defaults contractor",
  "consigned_banks everyone_reads",
  "consigned_banks system_writes",
  "counters any_party",
  "documents branch_issues",
  "documents seen_with_its_guarantee",
  "failed_jobs admin",
  "failed_jobs branch",
  "failed_jobs worker",
  "guarantees branch",
  "guarantees contractor",
  "guarantees obligee",
  "guarantors everyone_reads",
  "guarantors system_writes",
  "handover_routes everyone_reads",
  "handover_routes system_writes",
  "handovers contractor",
  "handovers seen_by_the_parties",
  "invitations contractor",
  "invitations system",
  "job_steps any_party",
  "message_threads begun_by_both",
  "message_threads kept_by_both",
  "message_threads seen_by_both",
  "messages own_name",
  "messages with_its_application",
  "notice_reads contractor",
  "notice_settings contractor",
  "notice_settings sender",
  "notices branch",
  "notices contractor",
  "notices told_by_its_parties",
  "notices told_by_the_obligee",
  "obligee_rules everyone_reads",
  "obligee_rules system_writes",
  "obligees everyone_reads",
  "obligees system_writes",
  "outbox_mails branch",
  "outbox_mails contractor_hands_over",
  "outbox_mails contractor_sees_handovers",
  "outbox_mails sender",
  "password_resets system",
  "reissues branch_decides",
  "reissues contractor_asks",
  "reissues seen_by_the_parties",
  "sessions system",
  "submission_attachments contractor_sends",
  "submission_attachments seen_with_its_submission",
  "submissions contractor_sends",
  "submissions seen_with_its_application",
  "throttles any_party",
  "users own_people",
  "users own_people_change",
  "users system",
  "verification_keys branch_issues",
  "verification_keys obligee_compares",
  "verification_keys seen_by_the_parties",
  "verifications obligee",
  "verifications seen_by_the_parties",
];

const inPublic = "= 'public'::regnamespace";
/** Each catalog as lines that describe everything about an object; `_prisma_migrations` belongs to the migrator. */
const catalogs = {
  columns: `
    SELECT format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN ' not null' ELSE '' END, ' default ' || pg_get_expr(d.adbin, d.adrelid))
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace ${inPublic} AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'`,
  indexes: `
    SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE i.indpred IS NULL AND c.relnamespace ${inPublic} AND c.relname <> '_prisma_migrations'`,
  constraints: `
    SELECT format('%s %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE c.relnamespace ${inPublic} AND c.relname <> '_prisma_migrations' AND k.contype <> 'c'`,
  enums: `
    SELECT format('%s %s', t.typname, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder))
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typnamespace ${inPublic} GROUP BY t.typname`,
};
const byHand = {
  checks: `
    SELECT format('%s %s', c.relname, k.conname) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE c.relnamespace ${inPublic} AND k.contype = 'c'`,
  partialIndexes: `
    SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace ${inPublic} AND i.indpred IS NOT NULL`,
  sequences: `SELECT relname FROM pg_class WHERE relnamespace ${inPublic} AND relkind = 'S'`,
  functions: `SELECT proname FROM pg_proc WHERE pronamespace ${inPublic}`,
  triggers: `
    SELECT format('%s %s', c.relname, t.tgname) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace ${inPublic} AND NOT t.tgisinternal`,
  policies: `SELECT format('%s %s', tablename, policyname) FROM pg_policies WHERE schemaname = 'public'`,
  views: `SELECT relname FROM pg_class WHERE relnamespace ${inPublic} AND relkind IN ('v', 'm')`,
};

let migrated: Awaited<ReturnType<typeof cloneDatabase>>;
let described: { ownerUrl: string; name: string };

async function linesOf(url: string, sql: string): Promise<string[]> {
  const { rows } = await withClient(url, (client) => client.query<string[]>({ text: sql, rowMode: "array" }));
  return rows.map(([line]) => line ?? "").sort();
}

beforeAll(async () => {
  migrated = await cloneDatabase();
  const name = `described_${randomUUID().replaceAll("-", "")}`;
  const maintenanceUrl = withDatabase(inject("database").ownerUrl, "postgres");
  await withClient(maintenanceUrl, (client) => client.query(`CREATE DATABASE "${name}" TEMPLATE template0`));
  described = { ownerUrl: withDatabase(maintenanceUrl, name), name };
  const sql = await diffSchema([], await readSchema());
  await withClient(described.ownerUrl, (client) => client.query(sql));
});
afterAll(async () => {
  await migrated.drop();
  await withClient(withDatabase(described.ownerUrl, "postgres"), (client) =>
    client.query(`DROP DATABASE "${described.name}" WITH (FORCE)`),
  );
});

describe("A migrated database and the schema", () => {
  test.for(Object.entries(catalogs))("have the same %s", async ([, sql]) => {
    const fromMigrations = await linesOf(migrated.ownerUrl, sql);
    expect(fromMigrations.length).toBeGreaterThan(5);
    expect(fromMigrations).toEqual(await linesOf(described.ownerUrl, sql));
  });

  test("differ by the checks, sequences, functions, triggers and policies written by hand, and by nothing else", async () => {
    const added: Record<string, string[]> = {};
    for (const [kind, sql] of Object.entries(byHand)) {
      expect(await linesOf(described.ownerUrl, sql), `${kind} from the schema`).toEqual([]);
      added[kind] = await linesOf(migrated.ownerUrl, sql);
    }
    expect(added).toEqual({
      checks,
      partialIndexes: ["one_open_reissue"],
      sequences,
      functions,
      triggers: [
        ...appendOnly.map((table) => `${table} append_only`),
        ...searched.map((table) => `${table} keep_search`),
        "attachments keep_stored",
        "guarantees keep_contract_numbers",
      ].sort(),
      policies,
      views: [],
    });
  });

  test("force row-level security on every table, with a policy on each", async () => {
    const unguarded = await linesOf(
      migrated.ownerUrl,
      `SELECT relname FROM pg_class c WHERE relnamespace ${inPublic} AND relkind IN ('r', 'p')
        AND relname <> '_prisma_migrations'
        AND NOT (relrowsecurity AND relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = c.oid))`,
    );
    expect(unguarded).toEqual([]);
  });

  test("keep instants with their zone, law's dates as dates, and money as whole numbers", async () => {
    const columns = await linesOf(migrated.ownerUrl, catalogs.columns);
    const typeOf = (name: RegExp) =>
      new Set(
        columns
          .filter((line) => name.test(line.split(" ", 1)[0] ?? ""))
          .map((line) => line.split(" ").slice(1).join(" ").replace(" not null", "")),
      );
    expect(typeOf(/(_at|\.at|_until)$/)).toEqual(new Set(["timestamp(3) with time zone"]));
    expect(typeOf(/_yen$/)).toEqual(new Set(["bigint"]));
    expect(typeOf(/(_on|_from|_or_after)$/)).toEqual(new Set(["date"]));
    expect(
      columns.filter((line) => /timestamp\(?\d?\)? without|double|real|numeric|money/.test(line)),
    ).toEqual([]);
  });
});
