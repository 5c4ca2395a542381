import "server-only";
import type { BranchScope, ContractorScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { isId } from "#lib/core/ids.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { readAttachment } from "./commands.ts";
import { mayPreview } from "./present.ts";
import { type FoundAttachment, findAttachment } from "./queries.ts";
import { asciiName } from "./rules.ts";
import type { AttachmentFile } from "./types.ts";

type Reader = ContractorScope | BranchScope;

function fileOf(scope: Reader, found: FoundAttachment): AttachmentFile {
  const { id, fileName, mediaType, size } = found;
  return {
    fileName,
    asciiName: asciiName(id, mediaType),
    mediaType,
    size,
    body: readAttachment(scope, found),
  };
}

/**
 * An attachment for the company that added it and the branch it was sent to; a download by the branch is recorded
 * before the bytes go out. Null when there is none, it is not theirs, or it contains a virus.
 */
export async function loadAttachment(scope: Reader, id: string): Promise<AttachmentFile | null> {
  if (!isId(id)) return null;
  return inScope(scope, async (tx) => {
    const found = await findAttachment(tx, id);
    if (!found || found.scan === "infected") return null;
    if (scope.party === "branch") {
      const { applicationId, companyId } = found;
      await recordAudit(tx, scope, "attachment.taken", { applicationId, companyId }, { attachmentId: id });
    }
    return fileOf(scope, found);
  });
}

/** A picture for its thumbnail, under the same conditions; null for every other file. */
export async function loadPreview(scope: Reader, id: string): Promise<AttachmentFile | null> {
  if (!isId(id)) return null;
  const found = await inScope(scope, (tx) => findAttachment(tx, id));
  return found && mayPreview(found) ? fileOf(scope, found) : null;
}
