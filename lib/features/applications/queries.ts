import type { BranchScope, ContractorScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";
import { Prisma } from "#lib/core/generated/prisma/client.ts";
import { boundedCount, countOf, holds, inOrderOf, type Order, pageOfIds } from "#lib/core/keyset.ts";
import type { Count, PagePlace } from "#lib/core/pages.ts";
import { listBranches } from "#lib/features/branches/queries.ts";
import { listObligees } from "#lib/features/obligees/queries.ts";
import type { Context, RawDraft } from "#lib/features/questions/types.ts";
import type { ApplicationListItem, ApplicationListQuery } from "./types.ts";

const listItem = {
  id: true,
  status: true,
  workName: true,
  obligeeTitle: true,
  companyName: true,
  products: true,
  guaranteedYen: true,
  receiptNumber: true,
  decisionReason: true,
  savedAt: true,
  submittedAt: true,
} as const;

/** What answers are checked against: obligees with the rules in effect, and the branches. */
export async function getContext(tx: Tx): Promise<Context> {
  return { obligees: await listObligees(tx), branches: await listBranches(tx) };
}

/** The orders of the company's list, and that of the branch's queue. */
export const applicationOrders = {
  newest: { kind: "id", column: "id", descending: true },
  amount: { kind: "yen", column: "guaranteed_yen", descending: true },
  queue: { kind: "instant", column: "submitted_at", descending: true },
} as const satisfies Record<string, Order>;

/** The filters that both lists have. The text of a choice stands in the index, so the id is looked up once. */
function filtersOf({ obligee, product, status }: Omit<ApplicationListQuery, "q">) {
  return [
    ...(obligee
      ? [Prisma.sql`obligee_title = (SELECT title FROM obligees WHERE id = ${obligee}::uuid)`]
      : []),
    ...(product ? [Prisma.sql`${product} = ANY (products)`] : []),
    ...(status ? [Prisma.sql`status = ${status}::application_status`] : []),
  ];
}

function ownConditions(scope: ContractorScope, { q, ...filters }: ApplicationListQuery) {
  return [
    Prisma.sql`company_id = ${scope.partyId}::uuid`,
    Prisma.sql`deleted_at IS NULL`,
    ...filtersOf(filters),
    ...(q ? [holds(["search"], q)] : []),
  ];
}

function queueConditions(scope: BranchScope, { q, ...filters }: ApplicationListQuery) {
  return [
    Prisma.sql`branch_id = ${scope.partyId}::uuid`,
    Prisma.sql`submitted_at IS NOT NULL`,
    ...filtersOf(filters),
    ...(q ? [holds(["search", "company_search"], q)] : []),
  ];
}

async function pageOf(
  tx: Tx,
  order: Order,
  conditions: Prisma.Sql[],
  { take, place }: { take: number; place: PagePlace },
): Promise<ApplicationListItem[]> {
  const ids = await tx.$queryRaw<{ id: string }[]>(pageOfIds("applications", order, place, conditions, take));
  const rows = await tx.application.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    select: listItem,
  });
  const listed = inOrderOf(ids, rows);
  return place.after ? listed.reverse() : listed;
}

/** A page of the company's drafts and applications that fit, in the order asked for (newest when not said). */
export async function listApplications(
  tx: Tx<ContractorScope>,
  scope: ContractorScope,
  asked: ApplicationListQuery,
  page: { take: number; place: PagePlace },
): Promise<ApplicationListItem[]> {
  return pageOf(tx, applicationOrders[asked.sort ?? "newest"], ownConditions(scope, asked), page);
}

/** How many of the company's drafts and applications fit, counted to a thousand. */
export async function countApplications(
  tx: Tx<ContractorScope>,
  scope: ContractorScope,
  asked: ApplicationListQuery,
): Promise<Count> {
  return countOf(
    await tx.$queryRaw<{ rows: number }[]>(boundedCount("applications", ownConditions(scope, asked))),
  );
}

/** The company's applications that were sent at least once, newest first. */
export async function listSent(
  tx: Tx<ContractorScope>,
  scope: ContractorScope,
  take: number,
): Promise<ApplicationListItem[]> {
  return tx.application.findMany({
    where: { companyId: scope.partyId, submittedAt: { not: null } },
    orderBy: { id: "desc" },
    take,
    select: listItem,
  });
}

/** What waits for the contractor to go on, newest first: drafts, or applications that came back. */
export async function listEditable(
  tx: Tx<ContractorScope>,
  scope: ContractorScope,
  status: "draft" | "returned",
  take: number,
): Promise<ApplicationListItem[]> {
  return tx.application.findMany({
    where: { companyId: scope.partyId, status, deletedAt: null },
    orderBy: { id: "desc" },
    take,
    select: listItem,
  });
}

/** A page of the branch's queue that fits, newest first by sending; searched by number, names and 商号. */
export async function listQueue(
  tx: Tx<BranchScope>,
  scope: BranchScope,
  asked: ApplicationListQuery,
  page: { take: number; place: PagePlace },
): Promise<ApplicationListItem[]> {
  return pageOf(tx, applicationOrders.queue, queueConditions(scope, asked), page);
}

/** How many of the branch's applications fit, counted to a thousand. */
export async function countQueue(
  tx: Tx<BranchScope>,
  scope: BranchScope,
  asked: ApplicationListQuery,
): Promise<Count> {
  return countOf(
    await tx.$queryRaw<{ rows: number }[]>(boundedCount("applications", queueConditions(scope, asked))),
  );
}

/** A draft as typed, with where it stands; null when there is none for this company, or it was thrown away. */
export async function findDraft(tx: Tx<ContractorScope>, id: string) {
  const row = await tx.application.findFirst({
    where: { id, deletedAt: null },
    select: {
      ...listItem,
      draft: true,
      draftVersion: true,
      draftEdits: true,
      revision: true,
      version: true,
      branchId: true,
    },
  });
  return row && { ...row, draft: row.draft as RawDraft };
}

/** An application as the branch examines it; null when it is not this branch's. */
export async function findCase(tx: Tx<BranchScope>, id: string) {
  return tx.application.findFirst({
    where: { id },
    select: {
      ...listItem,
      revision: true,
      version: true,
      branchId: true,
      companyId: true,
      examinerId: true,
      examinerName: true,
      approverId: true,
      approverName: true,
      guarantees: {
        select: {
          id: true,
          product: true,
          form: true,
          status: true,
          contractNumber: true,
          guaranteeYen: true,
          issuedAt: true,
          certificates: { select: { version: true }, orderBy: { version: "desc" }, take: 1 },
        },
        orderBy: { product: "asc" },
      },
    },
  });
}
