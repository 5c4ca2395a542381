import type { BranchScope, ContractorScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";
import { listBranches, listObligees } from "#lib/features/obligees/queries.ts";
import type { ApplicationListItem, Context, RawDraft, SummarySection } from "./types.ts";

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

/** The company's drafts and applications, newest first; older than `before`, or the nearest newer than `after` (ids). */
export async function listApplications(
  tx: Tx<ContractorScope>,
  page: { take: number; before?: string | undefined; after?: string | undefined },
): Promise<ApplicationListItem[]> {
  const { take, before, after } = page;
  const rows = await tx.application.findMany({
    where: { deletedAt: null, ...(after ? { id: { gt: after } } : before ? { id: { lt: before } } : {}) },
    orderBy: { id: after ? "asc" : "desc" },
    take,
    select: listItem,
  });
  return after ? rows.reverse() : rows;
}

/** The company's applications that were sent at least once, newest first. */
export async function listSent(tx: Tx<ContractorScope>, take: number): Promise<ApplicationListItem[]> {
  return tx.application.findMany({
    where: { submittedAt: { not: null } },
    orderBy: { id: "desc" },
    take,
    select: listItem,
  });
}

/** What waits for the contractor to go on, newest first: drafts, or applications that came back. */
export async function listEditable(
  tx: Tx<ContractorScope>,
  status: "draft" | "returned",
  take: number,
): Promise<ApplicationListItem[]> {
  return tx.application.findMany({
    where: { status, deletedAt: null },
    orderBy: { id: "desc" },
    take,
    select: listItem,
  });
}

/** Where a page of the queue ends: what stands last on it. */
export type QueuePlace = { submittedAt: Date; id: string };

/**
 * The branch's queue, newest first by sending; keyset on (submittedAt, id), `before` for older rows, `after` for newer
 * ones. `search` finds a 受付番号 or a part of it (digits and hyphens only: a LIKE pattern's signs would match all).
 */
export async function listQueue(
  tx: Tx<BranchScope>,
  page: {
    take: number;
    before?: QueuePlace | undefined;
    after?: QueuePlace | undefined;
    search?: string | undefined;
  },
): Promise<ApplicationListItem[]> {
  const { before, after, search } = page;
  const [place, beyond] = after ? [after, "gt" as const] : [before, "lt" as const];
  const order = after ? "asc" : "desc";
  const rows = await tx.application.findMany({
    where: {
      submittedAt: { not: null },
      ...(search ? { receiptNumber: { contains: search } } : {}),
      ...(place
        ? {
            OR: [
              { submittedAt: { [beyond]: place.submittedAt } },
              { submittedAt: place.submittedAt, id: { [beyond]: place.id } },
            ],
          }
        : {}),
    },
    orderBy: [{ submittedAt: order }, { id: order }],
    take: page.take,
    select: listItem,
  });
  return after ? rows.reverse() : rows;
}

/** A draft as typed, with where it stands; null when there is none for this company, or it was thrown away. */
export async function findDraft(tx: Tx<ContractorScope>, id: string) {
  const row = await tx.application.findFirst({
    where: { id, deletedAt: null },
    select: { ...listItem, draft: true, draftVersion: true, revision: true, version: true, branchId: true },
  });
  return row && { ...row, draft: row.draft as RawDraft };
}

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
