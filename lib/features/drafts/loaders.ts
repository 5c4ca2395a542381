import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import { isId } from "#lib/core/ids.ts";
import { listBranches } from "#lib/features/branches/queries.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { yenOf } from "#lib/features/questions/schema.ts";
import { tabProgress, untouchedIn } from "#lib/features/questions/steps/progress.ts";
import type { ObligeeChoice, RawDraft } from "#lib/features/questions/types.ts";
import { findDeleted, findLatestSent, listDraftTexts } from "./queries.ts";

/** Whether this is a deleted draft of the company, which can be restored. */
export async function isThrownAway(scope: ContractorScope, id: string): Promise<boolean> {
  return isId(id) && (await inScope(scope, (tx) => findDeleted(tx, id))) !== null;
}

/** The products that a draft applies for so far, and the amounts that can be read. */
function appliedIn(draft: RawDraft): { productNames: string[]; yen: bigint } {
  const applied = (Object.keys(PRODUCTS) as Product[]).filter((product) => draft[`${product}Apply`]);
  return {
    productNames: applied.map((product) => PRODUCTS[product].name),
    yen: applied.reduce((sum, product) => sum + (yenOf(draft[`${product}Yen`]) ?? 0n), 0n),
  };
}

/**
 * What the list shows about its drafts, in the list's own transaction: by id, how far each tab is and what is applied
 * for so far; the draft that was just deleted (`deleted`, from the URL); whether there is an application to duplicate.
 */
export async function readDraftTasks(
  tx: Tx<ContractorScope>,
  rows: readonly { id: string; editable: boolean; submittedAt: string | null }[],
  deleted: unknown,
  obligees: ObligeeChoice[],
) {
  const editable = rows.filter((row) => row.editable).map(({ id }) => id);
  const texts = await listDraftTexts(tx, editable);
  const context = { obligees, branches: texts.length > 0 ? await listBranches(tx) : [] };
  return {
    progress: new Map(
      texts.map(({ id, draft, draftEdits }) => [
        id,
        tabProgress(draft, context, [], untouchedIn(draft, draftEdits)),
      ]),
    ),
    applied: new Map(texts.map(({ id, draft }) => [id, appliedIn(draft)])),
    deleted: typeof deleted === "string" && isId(deleted) ? await findDeleted(tx, deleted) : null,
    canDuplicate: rows.some((row) => row.submittedAt !== null) || (await findLatestSent(tx)) !== null,
  };
}
