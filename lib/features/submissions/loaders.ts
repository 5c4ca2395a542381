import "server-only";
import type { BranchScope, ContractorScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { isId } from "#lib/core/ids.ts";
import { getGuarantor } from "#lib/features/branches/queries.ts";
import type { ApplicationCopyModel } from "#lib/pdf/documents/application-copy.ts";
import { presentApplicationCopy } from "./present.ts";
import { findSent, findSubmission } from "./queries.ts";

/**
 * 「申込内容の控え」 of the last submission, for the contractor and the branch; null when there is none or it is not theirs. It
 * is made on request instead of stored: submissions are frozen, and equal models give equal bytes.
 */
export async function loadApplicationCopy(
  scope: ContractorScope | BranchScope,
  id: string,
): Promise<ApplicationCopyModel | null> {
  if (!isId(id)) return null;
  return inScope(scope, async (tx) => {
    const sent = await findSent(tx, id);
    const submission = sent && (await findSubmission(tx, id));
    if (!sent || !submission) return null;
    const guarantor = await getGuarantor(tx);
    return presentApplicationCopy({
      ...sent,
      ...submission,
      sections: submission.summary,
      guarantorName: guarantor.name,
      sample: guarantor.sample,
    });
  });
}
