import { sweepAttachments } from "#lib/features/uploads/commands.ts";

/** Deletes files that nobody will send any more. It may run twice. */
export async function sweepAttachmentsJob(): Promise<void> {
  await sweepAttachments();
}
