import type { Tx } from "#lib/core/db.ts";
import { getBranch } from "#lib/features/branches/queries.ts";
import type { SummarySection } from "#lib/features/questions/types.ts";

/** What was sent last, in the words of then. */
export async function findSubmission(tx: Tx, applicationId: string) {
  const row = await tx.submission.findFirst({
    where: { applicationId },
    orderBy: { revision: "desc" },
    select: {
      revision: true,
      answers: true,
      summary: true,
      applicant: true,
      submittedAt: true,
      termsVersion: true,
      ruleVersion: true,
    },
  });
  return (
    row && {
      ...row,
      summary: row.summary as SummarySection[],
      applicant: row.applicant as { name: string; address: string },
    }
  );
}

/** What each sending of an application said, by whom and when, oldest first. */
export async function listSendings(tx: Tx, applicationId: string) {
  const rows = await tx.submission.findMany({
    where: { applicationId },
    orderBy: { revision: "asc" },
    select: { answers: true, applicant: true, submittedAt: true },
  });
  return rows.map((row) => ({ ...row, applicant: row.applicant as { name: string; address: string } }));
}

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
