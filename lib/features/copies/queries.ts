import type { Tx } from "#lib/core/db.ts";

/** The number and the branch of an application that was sent; null when there is none, or it is not visible. */
export async function findSent(tx: Tx, applicationId: string) {
  const row = await tx.application.findFirst({
    where: { id: applicationId },
    select: { receiptNumber: true, branchId: true },
  });
  if (!row || row.receiptNumber === null || row.branchId === null) return null;
  const branch = await tx.branch.findFirstOrThrow({
    where: { id: row.branchId },
    select: { name: true, tel: true, hours: true },
  });
  return { receiptNumber: row.receiptNumber, branch };
}
