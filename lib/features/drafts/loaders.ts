import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import { isId } from "#lib/core/ids.ts";
import { getContext } from "#lib/features/applications/queries.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { yenOf } from "#lib/features/questions/steps/live.ts";
import { tabProgress, untouchedIn } from "#lib/features/questions/steps/progress.ts";
import type { RawDraft } from "#lib/features/questions/types.ts";
import { findDeleted, findLatestSent, listDraftTexts } from "./queries.ts";

/** Whether this is a draft of the company that was thrown away, and can be taken back. */
export async function isThrownAway(scope: ContractorScope, id: string): Promise<boolean> {
  return isId(id) && (await inScope(scope, (tx) => findDeleted(tx, id))) !== null;
}

/** What a draft applies for so far, and the amounts that can be read. */
function appliedIn(draft: RawDraft): { productNames: string[]; yen: bigint } {
  const applied = (Object.keys(PRODUCTS) as Product[]).filter((product) => draft[`${product}Apply`]);
  return {
    productNames: applied.map((product) => PRODUCTS[product].name),
    yen: applied.reduce((sum, product) => sum + (yenOf(draft[`${product}Yen`]) ?? 0n), 0n),
  };
}

/**
 * What the list says of its drafts beside their rows: how far each tab is and what is applied for so far, by id; the one that was just thrown away
 * (`deleted`, from the URL); whether there is an application to copy.
 */
export async function loadDraftTasks(scope: ContractorScope, ids: readonly string[], deleted: unknown) {
  return inScope(scope, async (tx) => {
    const texts = await listDraftTexts(tx, ids);
    const context = texts.length > 0 ? await getContext(tx) : { obligees: [], branches: [] };
    return {
      progress: new Map(
        texts.map(({ id, draft, draftTrail }) => [
          id,
          tabProgress(draft, context, [], untouchedIn(draft, draftTrail)),
        ]),
      ),
      applied: new Map(texts.map(({ id, draft }) => [id, appliedIn(draft)])),
      deleted: typeof deleted === "string" && isId(deleted) ? await findDeleted(tx, deleted) : null,
      copies: (await findLatestSent(tx)) !== null,
    };
  });
}
