import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { yenText } from "#lib/core/codecs.ts";
import type { Tx } from "#lib/core/db.ts";
import { Prisma } from "#lib/core/generated/prisma/client.ts";
import { countListed, holds, type Listed, listPart, newestFirst, type Order } from "#lib/core/keyset.ts";
import type { Count, PagePlace } from "#lib/core/pages.ts";
import { listBranches } from "#lib/features/branches/queries.ts";
import { listObligees } from "#lib/features/obligees/queries.ts";
import type { Context, RawDraft } from "#lib/features/questions/types.ts";
import type { ApplicationListItem, ApplicationListQuery } from "./types.ts";

/** The columns of an application in lists. */
export const listItem = {
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

/** What answers are checked against: the obligees with the rules in effect, and the branches. */
export async function getContext(tx: Tx): Promise<Context> {
  return { obligees: await listObligees(tx), branches: await listBranches(tx) };
}

/** The orders of the company's list. */
export const applicationOrders = {
  newest: newestFirst,
  amount: {
    kind: "yen",
    column: "guaranteed_yen",
    descending: true,
    textOf: ({ guaranteedYen }) => yenText.encode(guaranteedYen),
  },
} as const satisfies Record<string, Order<ApplicationListItem>>;

/**
 * Whose applications a list shows: the tenant's column, which every index begins with, and the columns that its search
 * reads.
 */
export type Whose = { whose: readonly Prisma.Sql[]; searched: readonly string[] };

/** The index contains the title of the obligee, so the id is looked up once. */
function matching({ whose, searched }: Whose, { q, obligee, product, status }: ApplicationListQuery): Listed {
  const conditions = [
    ...whose,
    ...(obligee
      ? [Prisma.sql`obligee_title = (SELECT title FROM obligees WHERE id = ${obligee}::uuid)`]
      : []),
    ...(product ? [Prisma.sql`${product} = ANY (products)`] : []),
    ...(status ? [Prisma.sql`status = ${status}::application_status`] : []),
    ...(q ? [holds(searched, q)] : []),
  ];
  return { table: "applications", conditions };
}

/** A page of the matching applications, in an order. */
export async function listFitting(
  tx: Tx,
  whose: Whose,
  order: Order<ApplicationListItem>,
  asked: ApplicationListQuery,
  page: { take: number; place: PagePlace },
): Promise<ApplicationListItem[]> {
  return listPart(tx, matching(whose, asked), order, page, (ids) =>
    tx.application.findMany({ where: { id: { in: ids } }, select: listItem }),
  );
}

/** The number of matching applications, counted up to a thousand. */
export async function countFitting(tx: Tx, whose: Whose, asked: ApplicationListQuery): Promise<Count> {
  return countListed(tx, matching(whose, asked));
}

const ownedBy = (scope: ContractorScope): Whose => ({
  whose: [Prisma.sql`company_id = ${scope.partyId}::uuid`, Prisma.sql`deleted_at IS NULL`],
  searched: ["search"],
});

/** A page of the company's matching drafts and applications, in the requested order (newest first by default). */
export async function listApplications(
  tx: Tx<ContractorScope>,
  scope: ContractorScope,
  asked: ApplicationListQuery,
  page: { take: number; place: PagePlace },
): Promise<ApplicationListItem[]> {
  return listFitting(tx, ownedBy(scope), applicationOrders[asked.sort ?? "newest"], asked, page);
}

/** The number of the company's matching drafts and applications, counted up to a thousand. */
export async function countApplications(
  tx: Tx<ContractorScope>,
  scope: ContractorScope,
  asked: ApplicationListQuery,
): Promise<Count> {
  return countFitting(tx, ownedBy(scope), asked);
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

/** The drafts and returned applications that wait for the contractor, newest first. */
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

async function readApplication(tx: Tx, where: Prisma.ApplicationWhereInput) {
  const row = await tx.application.findFirst({
    where,
    select: {
      ...listItem,
      draft: true,
      draftVersion: true,
      draftEdits: true,
      revision: true,
      version: true,
      branchId: true,
      deletedAt: true,
    },
  });
  return row && { ...row, draft: row.draft as RawDraft };
}

/**
 * An application, sent or not, with its draft as typed; null when the company has no such application, or it was
 * deleted.
 */
export async function findApplication(tx: Tx<ContractorScope>, id: string) {
  return readApplication(tx, { id, deletedAt: null });
}

/**
 * The same with its row locked, deleted or not: saves, uploads, submissions and jobs of one application queue up here,
 * and each sees what the one before did.
 */
export async function lockApplication(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM applications WHERE id = ${id}::uuid FOR UPDATE`;
  return readApplication(tx, { id });
}
