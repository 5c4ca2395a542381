import "server-only";
import type { BranchScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";

/** The requests for a new key of these guarantees, the newest 50 of each, by guarantee. */
export async function listReissuesOf(tx: Tx, guaranteeIds: readonly string[]) {
  const rows = await tx.guarantee.findMany({
    where: { id: { in: [...guaranteeIds] }, reissues: { some: {} } },
    select: {
      id: true,
      reissues: {
        orderBy: { sequence: "desc" },
        take: 50,
        select: {
          id: true,
          sequence: true,
          status: true,
          reason: true,
          requestedByName: true,
          requestedAt: true,
          decidedAt: true,
          declineReason: true,
        },
      },
    },
  });
  return new Map(rows.map(({ id, reissues }) => [id, reissues]));
}

/** The same for one guarantee. */
export async function listReissues(tx: Tx, guaranteeId: string) {
  return (await listReissuesOf(tx, [guaranteeId])).get(guaranteeId) ?? [];
}

export type ReissueRow = Awaited<ReturnType<typeof listReissues>>[number];

/** An issued electronic guarantee, as events and notices name it; null when there is none or it is not visible. */
export async function findKeyed(tx: Tx, guaranteeId: string) {
  return tx.guarantee.findFirst({
    where: { id: guaranteeId, status: "issued", form: "electronic", contractNumber: { not: null } },
    select: {
      id: true,
      applicationId: true,
      companyId: true,
      branchId: true,
      product: true,
      contractNumber: true,
      workName: true,
      obligeeTitle: true,
    },
  });
}

/** A request by its id; null when it is not the branch's. */
export async function findReissue(tx: Tx<BranchScope>, id: string) {
  return tx.reissue.findFirst({
    where: { id },
    select: { guaranteeId: true, keyVersion: true, status: true },
  });
}

/** The branch's waiting requests, oldest first. */
export async function listOpenReissues(tx: Tx<BranchScope>) {
  return tx.reissue.findMany({
    where: { status: "open" },
    orderBy: { id: "asc" },
    take: 50,
    select: {
      id: true,
      reason: true,
      requestedByName: true,
      requestedAt: true,
      guarantee: {
        select: { applicationId: true, workName: true, companyName: true, contractNumber: true },
      },
    },
  });
}
