import { sweepAttachments } from "#lib/features/uploads/commands.ts";

/** Removes what nobody will send any more; swept twice, nothing is left the second time. */
export async function sweepAttachmentsJob(): Promise<void> {
  await sweepAttachments();
}
