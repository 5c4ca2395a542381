import "server-only";
import type { Tx } from "#lib/core/db.ts";
import { getBranch } from "#lib/features/branches/queries.ts";
import { fromStored } from "#lib/features/questions/present.ts";
import type { SummarySection } from "#lib/features/questions/types.ts";

/** The contractor at the time of sending. PERSISTED JSON (submissions.applicant). */
type Applicant = { name: string; address: string };

/** The last submission, with its answers and its words; null when there is none, or it is not visible. */
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
      answers: fromStored(row.answers),
      summary: row.summary as SummarySection[],
      applicant: row.applicant as Applicant,
    }
  );
}

/** The remarks of each submission of an application, with author and time, oldest first. */
export async function listSubmissions(tx: Tx, applicationId: string) {
  const rows = await tx.submission.findMany({
    where: { applicationId },
    orderBy: { revision: "asc" },
    select: { answers: true, applicant: true, submittedAt: true },
  });
  return rows.map((row) => ({
    ...row,
    answers: fromStored(row.answers),
    applicant: row.applicant as Applicant,
  }));
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
