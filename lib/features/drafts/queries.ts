import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";
import type { RawDraft } from "#lib/features/questions/types.ts";

/** The company's newest sent application, with its answers; null when there is none. */
export async function findLatestSent(tx: Tx<ContractorScope>) {
  const row = await tx.application.findFirst({
    where: { submittedAt: { not: null } },
    orderBy: { id: "desc" },
    select: { id: true, receiptNumber: true, workName: true, draft: true },
  });
  return row && { ...row, draft: row.draft as RawDraft };
}

/** The texts of some drafts, by their ids. */
export async function listDraftTexts(tx: Tx<ContractorScope>, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await tx.application.findMany({
    where: { id: { in: [...ids] }, deletedAt: null },
    select: { id: true, draft: true, draftEdits: true },
  });
  return rows.map(({ draft, ...row }) => ({ ...row, draft: draft as RawDraft }));
}

/** A deleted draft; null when there is none with this id. */
export async function findDeleted(tx: Tx<ContractorScope>, id: string) {
  return tx.application.findFirst({
    where: { id, deletedAt: { not: null } },
    select: { id: true, workName: true },
  });
}
