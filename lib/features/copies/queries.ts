import type { Tx } from "#lib/core/db.ts";
import { getBranch } from "#lib/features/branches/queries.ts";

/** The number and the branch of an application that was sent; null when there is none, or it is not visible. */
export async function findSent(tx: Tx, applicationId: string) {
  const row = await tx.application.findFirst({
    where: { id: applicationId },
    select: { receiptNumber: true, branchId: true },
  });
  if (!row || row.receiptNumber === null || row.branchId === null) return null;
  const branch = await getBranch(tx, row.branchId);
  return { receiptNumber: row.receiptNumber, branch };
}
