import { jobScope } from "#lib/auth/scope.ts";
import { scanAttachment } from "#lib/features/attachments/commands.ts";
import type { PayloadOf } from "../definitions/registry.ts";

/** Scans an attachment that was not scanned yet. It may run twice, so it needs no step. */
export async function scanAttachmentJob({
  attachmentId,
  branchId,
}: PayloadOf<"attachment.scan">): Promise<void> {
  await scanAttachment(jobScope(branchId), attachmentId);
}
