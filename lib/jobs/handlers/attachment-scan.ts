import { jobScope } from "#lib/auth/scope.ts";
import { scanAttachment } from "#lib/features/attachments/commands.ts";
import type { AttachmentScanPayload } from "../definitions/attachment-scan.ts";

/** Scans an attachment that nobody has scanned yet; finished work is found finished, so that it needs no step. */
export async function scanAttachmentJob({ attachmentId, branchId }: AttachmentScanPayload): Promise<void> {
  await scanAttachment(jobScope(branchId), attachmentId);
}
