import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { isId } from "#lib/core/ids.ts";
import { presentAttachment } from "#lib/features/attachments/present.ts";
import { listDraftAttachments } from "#lib/features/attachments/queries.ts";
import type { AttachmentList } from "#lib/features/attachments/types.ts";

/** The present attachments of a draft; empty for another company's draft. */
export async function loadDraftAttachments(
  scope: ContractorScope,
  applicationId: string,
): Promise<AttachmentList> {
  const rows = isId(applicationId)
    ? await inScope(scope, (tx) => listDraftAttachments(tx, applicationId))
    : [];
  return { items: rows.map(presentAttachment), asOf: now().toISOString() };
}
