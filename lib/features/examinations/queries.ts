import "server-only";
import type { BranchScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";
import { Prisma } from "#lib/core/generated/prisma/client.ts";
import type { Order } from "#lib/core/keyset.ts";
import type { Count, PagePlace } from "#lib/core/pages.ts";
import { countFitting, listFitting, listItem, type Whose } from "#lib/features/applications/queries.ts";
import type { ApplicationListItem, ApplicationListQuery } from "#lib/features/applications/types.ts";
import type { SimilarApplication } from "./types.ts";

/** The order of the queue: newest first by sending. */
export const queueOrder = {
  kind: "instant",
  column: "submitted_at",
  descending: true,
  textOf: ({ submittedAt }) => String(submittedAt?.getTime() ?? 0),
} as const satisfies Order<ApplicationListItem>;

const sentTo = (scope: BranchScope): Whose => ({
  whose: [Prisma.sql`branch_id = ${scope.partyId}::uuid`, Prisma.sql`submitted_at IS NOT NULL`],
  searched: ["search", "company_search"],
});

/** A page of the branch's matching queue, most recently sent first; searched by number, names and 商号. */
export async function listQueue(
  tx: Tx<BranchScope>,
  scope: BranchScope,
  asked: ApplicationListQuery,
  page: { take: number; place: PagePlace },
): Promise<ApplicationListItem[]> {
  return listFitting(tx, sentTo(scope), queueOrder, asked, page);
}

/** The number of the branch's matching applications, counted up to a thousand. */
export async function countQueue(
  tx: Tx<BranchScope>,
  scope: BranchScope,
  asked: ApplicationListQuery,
): Promise<Count> {
  return countFitting(tx, sentTo(scope), asked);
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

/**
 * The branch's other applications for an obligee that led or may lead to a guarantee, as last sent, newest first. At
 * most the last 1,000: an obligee orders a few hundred works a year, and a second submission comes within days.
 */
export async function listSimilarApplications(
  tx: Tx<BranchScope>,
  application: { id: string; obligeeTitle: string },
): Promise<SimilarApplication[]> {
  return tx.$queryRaw<SimilarApplication[]>`
    SELECT a.id::text AS id, a.receipt_number AS "receiptNumber", a.company_name AS "companyName", a.products,
      s.answers #>> '{works,workName}' AS "workName", s.answers #>> '{works,workNumber}' AS "workNumber"
    FROM applications a
    JOIN LATERAL (
      SELECT answers FROM submissions WHERE application_id = a.id ORDER BY revision DESC LIMIT 1
    ) s ON true
    WHERE a.obligee_title = ${application.obligeeTitle} AND a.id <> ${application.id}::uuid
      AND a.status NOT IN ('draft', 'refused', 'withdrawn')
    ORDER BY a.submitted_at DESC
    LIMIT 1000`;
}
