import "server-only";
import type { Tx } from "#lib/core/db.ts";
import type { MediaType } from "./constants.ts";

const columns = {
  id: true,
  kind: true,
  fileName: true,
  mediaType: true,
  pixels: true,
  scan: true,
  size: true,
} as const;

/** The attachments that would be sent next, oldest first. */
export async function listDraftAttachments(tx: Tx, applicationId: string) {
  return tx.attachment.findMany({
    where: { applicationId, state: "stored", removedAt: null },
    orderBy: { id: "asc" },
    select: columns,
  });
}

/** The attachments that were sent last, oldest first. */
export async function listSentAttachments(tx: Tx, applicationId: string) {
  const last = await tx.submission.findFirst({
    where: { applicationId },
    orderBy: { revision: "desc" },
    select: {
      attachments: { orderBy: { attachmentId: "asc" }, select: { attachment: { select: columns } } },
    },
  });
  return last?.attachments.map(({ attachment }) => attachment) ?? [];
}

export type StoredAttachment = Awaited<ReturnType<typeof listDraftAttachments>>[number];

/** A stored attachment with what a download needs; null when there is none or it is not visible. */
export async function findAttachment(tx: Tx, id: string) {
  const row = await tx.attachment.findFirst({
    where: { id, state: "stored" },
    select: { ...columns, sha256: true, applicationId: true, companyId: true },
  });
  return row && { ...row, mediaType: row.mediaType as MediaType };
}

export type FoundAttachment = NonNullable<Awaited<ReturnType<typeof findAttachment>>>;

/** The chunk of an attachment at a position; null after the last one. */
export async function findChunk(tx: Tx, attachmentId: string, position: number): Promise<Uint8Array | null> {
  const row = await tx.attachmentChunk.findFirst({
    where: { attachmentId, position },
    select: { bytes: true },
  });
  return row?.bytes ?? null;
}
