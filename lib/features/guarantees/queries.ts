import "server-only";
import type { BranchScope, ContractorScope } from "#lib/auth/scope.ts";
import { dateColumn, yenText } from "#lib/core/codecs.ts";
import type { Tx } from "#lib/core/db.ts";
import { Prisma } from "#lib/core/generated/prisma/client.ts";
import { countListed, holds, inOrderOf, listPart, newestFirst, type Order } from "#lib/core/keyset.ts";
import type { Count, PagePlace } from "#lib/core/pages.ts";
import { certificateContent } from "#lib/features/certificates/schema.ts";
import type { GuaranteeListQuery, KeyState } from "./types.ts";

/** A guarantee while it is being issued; throws when it is not the branch's. */
export async function getIssuing(tx: Tx<BranchScope>, id: string) {
  return tx.guarantee.findFirstOrThrow({
    where: { id },
    select: {
      id: true,
      applicationId: true,
      companyId: true,
      product: true,
      form: true,
      status: true,
      contractNumber: true,
      workName: true,
      obligeeTitle: true,
      guaranteeYen: true,
    },
  });
}

export type IssuingGuarantee = Awaited<ReturnType<typeof getIssuing>>;

const listItem = {
  id: true,
  product: true,
  form: true,
  status: true,
  contractNumber: true,
  workName: true,
  obligeeTitle: true,
  contractYen: true,
  guaranteeYen: true,
  issuedAt: true,
  expiresOn: true,
} as const;

type GuaranteeRow = Prisma.GuaranteeGetPayload<{ select: typeof listItem }>;

// An older key opens nothing, so its handovers and lookups say nothing about the newest.
const newestKey = Prisma.sql`(SELECT max(k.version) FROM verification_keys k WHERE k.guarantee_id = guarantees.id)`;
const mails = Prisma.sql`SELECT 1 FROM handovers h JOIN outbox_mails m ON m.id = h.mail_id
  WHERE h.guarantee_id = guarantees.id AND h.key_version = ${newestKey}`;
/** A `KeyState`. */
const keyState = Prisma.sql`CASE
  WHEN EXISTS (SELECT 1 FROM verifications v WHERE v.guarantee_id = guarantees.id AND v.key_version = ${newestKey}) THEN 'verified'
  WHEN EXISTS (${mails} AND m.status <> 'failed') THEN 'submitted'
  WHEN EXISTS (${mails}) THEN 'failed' ELSE 'open' END`;

/** The orders of the list. */
export const guaranteeOrders = {
  newest: newestFirst,
  amount: {
    kind: "yen",
    column: "guarantee_yen",
    descending: true,
    textOf: ({ guaranteeYen }) => yenText.encode(guaranteeYen),
  },
  term: {
    kind: "date",
    column: "expires_on",
    descending: false,
    textOf: ({ expiresOn }) => expiresOn && dateColumn.decode(expiresOn),
  },
} as const satisfies Record<string, Order<GuaranteeRow>>;

/** The filters of the list; `today` (YYYY-MM-DD) decides between running and expired. */
export type GuaranteesAsked = GuaranteeListQuery & { today: string; keyStates?: readonly KeyState[] };

/**
 * The conditions for the company's matching guarantees; the tenant's column comes first, since every index begins with
 * it.
 */
function conditionsOf(
  scope: ContractorScope,
  { q, obligee, product, form, state, today, keyStates }: GuaranteesAsked,
) {
  return [
    Prisma.sql`company_id = ${scope.partyId}::uuid`,
    Prisma.sql`issued_at IS NOT NULL`,
    ...(form ? [Prisma.sql`form = ${form}::certificate_form`] : []),
    ...(obligee ? [Prisma.sql`obligee_id = ${obligee}::uuid`] : []),
    ...(product ? [Prisma.sql`product = ${product}::product`] : []),
    ...(state === "running" ? [Prisma.sql`expires_on >= ${today}::date`] : []),
    ...(state === "expired" ? [Prisma.sql`expires_on < ${today}::date`] : []),
    ...(q ? [holds(["search"], q)] : []),
    ...(keyStates ? [Prisma.sql`${keyState} IN (${Prisma.join(keyStates)})`] : []),
  ];
}

/** A page of the company's matching guarantees, in the requested order (newest first by default). */
export async function listGuarantees(
  tx: Tx<ContractorScope>,
  scope: ContractorScope,
  asked: GuaranteesAsked,
  page: { take: number; place: PagePlace },
): Promise<GuaranteeRow[]> {
  const listed = { table: "guarantees", conditions: conditionsOf(scope, asked) } as const;
  return listPart(tx, listed, guaranteeOrders[asked.sort ?? "newest"], page, (ids) =>
    tx.guarantee.findMany({ where: { id: { in: ids } }, select: listItem }),
  );
}

/**
 * The keys that the contractor is dealing with, newest first: those still to be handed in (with whether the mail to the
 * obligee failed) and those that the obligee has not used yet. Expired guarantees are no longer a task, and those that
 * run are few enough to be checked one by one.
 */
export async function listKeyTasks(
  tx: Tx<ContractorScope>,
  scope: ContractorScope,
  today: string,
  take: { toHandIn: number; handedIn: number },
) {
  const some = (keyStates: readonly KeyState[], limit: number) => {
    const fits = conditionsOf(scope, { today, form: "electronic", state: "running", keyStates });
    return Prisma.sql`(SELECT id::text AS id, ${keyState} AS state FROM guarantees
      WHERE ${Prisma.join(fits, " AND ")} ORDER BY id DESC LIMIT ${limit})`;
  };
  const found = await tx.$queryRaw<{ id: string; state: KeyState }[]>`
    ${some(["open", "failed"], take.toHandIn)} UNION ALL ${some(["submitted"], take.handedIn)}`;
  const rows = await tx.guarantee.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: listItem,
  });
  const state = new Map(found.map((row) => [row.id, row.state]));
  const listed = inOrderOf(found, rows).map((row) => ({ ...row, keyState: state.get(row.id) }));
  return {
    toHandIn: listed.filter((row) => row.keyState !== "submitted"),
    handedIn: listed.filter((row) => row.keyState === "submitted"),
  };
}

/** The number of the company's matching guarantees, counted up to a thousand. */
export async function countGuarantees(
  tx: Tx<ContractorScope>,
  scope: ContractorScope,
  asked: GuaranteesAsked,
): Promise<Count> {
  return countListed(tx, { table: "guarantees", conditions: conditionsOf(scope, asked) });
}

/** The guarantees of one application that are issued or being issued, in the order of the products. */
export async function listGuaranteesOf(tx: Tx, applicationId: string) {
  return tx.guarantee.findMany({ where: { applicationId }, orderBy: { product: "asc" }, select: listItem });
}

/** How far the newest key of each of these guarantees has got; invisible ones are left out. */
export async function listKeyStates(tx: Tx, guaranteeIds: readonly string[]): Promise<Map<string, KeyState>> {
  if (guaranteeIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; state: KeyState }[]>`
    SELECT id::text AS id, ${keyState} AS state FROM guarantees WHERE id = ANY(${guaranteeIds}::uuid[])`;
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/**
 * An issued guarantee with its certificates, newest first, and the stored key of the newest version; null when not
 * visible.
 */
export async function findIssued(tx: Tx, id: string) {
  const row = await tx.guarantee.findFirst({
    where: { id, status: "issued" },
    select: {
      ...listItem,
      applicationId: true,
      companyName: true,
      companyId: true,
      branchId: true,
      obligeeId: true,
      certificates: {
        orderBy: { version: "desc" },
        select: { id: true, version: true, content: true, createdAt: true },
      },
      documents: {
        where: { kind: "key_notice" },
        orderBy: { version: "desc" },
        take: 1,
        select: { version: true },
      },
    },
  });
  return (
    row && {
      ...row,
      certificates: row.certificates.map((certificate) => ({
        ...certificate,
        content: certificateContent.parse(certificate.content),
      })),
    }
  );
}

/**
 * The obligee's lookups of these guarantees, the newest 50 of each, by guarantee, with the version of the key (shown to
 * the contractor and the branch).
 */
export async function listVerificationsOf(tx: Tx, guaranteeIds: readonly string[]) {
  // The newest of each: in a common limit, a guarantee that is opened all day hid that another was opened at all.
  const rows = await tx.$queryRaw<{ guaranteeId: string; verifiedAt: Date; keyVersion: number }[]>`
    SELECT v.guarantee_id::text AS "guaranteeId", v.verified_at AS "verifiedAt", v.key_version AS "keyVersion"
    FROM unnest(${guaranteeIds}::uuid[]) AS asked (id)
    JOIN LATERAL (
      SELECT guarantee_id, verified_at, key_version FROM verifications
      WHERE guarantee_id = asked.id ORDER BY verified_at DESC LIMIT 50
    ) v ON true
    ORDER BY v.verified_at DESC`;
  return Map.groupBy(rows, ({ guaranteeId }) => guaranteeId);
}

/** The same for one guarantee. */
export async function listVerifications(tx: Tx, guaranteeId: string) {
  return (await listVerificationsOf(tx, [guaranteeId])).get(guaranteeId) ?? [];
}
