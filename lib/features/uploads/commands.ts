import "server-only";
import { createHash } from "node:crypto";
import { type ContractorScope, systemScope } from "#lib/auth/scope.ts";
import { openScan, type Scan } from "#lib/core/antivirus.ts";
import { inChunks } from "#lib/core/chunks.ts";
import { now } from "#lib/core/clock.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { isRefused, type Refused, refused } from "#lib/core/result.ts";
import { lockApplication } from "#lib/features/applications/queries.ts";
import { isEditable } from "#lib/features/applications/status.ts";
import {
  type AttachmentKind,
  MAX_BYTES,
  MAX_COUNT,
  MAX_PIXELS,
  MAX_TOTAL_BYTES,
  type Refusal,
} from "#lib/features/attachments/constants.ts";
import { findAttachment, listDraftAttachments } from "#lib/features/attachments/queries.ts";
import { pixelsOf, recognize, safeName } from "#lib/features/attachments/rules.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";

/** The bytes of a file in one row. One insert holds a connection for milliseconds, however slow the line is. */
const chunkBytes = 512 * 1024;
/** An upload that began longer ago than this was abandoned when its process was killed. */
const uploadMs = 60 * 60 * 1000;
/** How long a removed, unsent attachment can be restored. */
const undoMs = 24 * 60 * 60 * 1000;

type Upload = {
  applicationId: string;
  kind: AttachmentKind;
  fileName: string;
  body: AsyncIterable<Uint8Array>;
};
type Closed = Extract<Refusal, "not_found" | "not_editable">;
type Full = Extract<Refusal, "too_many">;

/**
 * Stores a file while it arrives: each chunk is hashed, scanned and stored before the next one is read. Each chunk has
 * a transaction of its own, and the attachment is visible to others once the last one is stored. What fails is deleted
 * at once, and what a killed process left is swept.
 */
export async function storeUpload(
  scope: ContractorScope,
  upload: Upload,
): Promise<{ id: string } | Refused<Refusal>> {
  const chunks = inChunks(upload.body, chunkBytes)[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return refused("empty");
  const mediaType = recognize(first.value);
  if (mediaType === null) return refused("wrong_type");
  const pixels = pixelsOf(first.value, mediaType);
  if (pixels !== null && pixels > MAX_PIXELS) return refused("too_many_pixels");
  const id = newId();
  const row = { id, kind: upload.kind, mediaType, pixels };
  const begun = await begin(scope, upload.applicationId, {
    ...row,
    fileName: safeName(upload.fileName, mediaType, upload.kind),
  });
  if (isRefused(begun)) return begun;
  const scan = await openScan();
  try {
    const hash = createHash("sha256");
    let size = 0;
    let position = 0;
    for (let next: IteratorResult<Buffer> = first; !next.done; next = await chunks.next(), position += 1) {
      const chunk = next.value;
      size += chunk.length;
      if (size > MAX_BYTES) return await giveUp(scope, id, scan, "too_big");
      hash.update(chunk);
      const bytes = Uint8Array.from(chunk);
      const place = position;
      const stored = inScope(scope, async (tx) => {
        await tx.attachmentChunk.createMany({ data: [{ attachmentId: id, position: place, bytes }] });
      });
      await Promise.all([stored, scan.write(chunk)]);
    }
    const verdict = await scan.end();
    if (verdict.found === "infected") {
      const { applicationId } = upload;
      await inScope(scope, (tx) =>
        recordAudit(tx, scope, "attachment.refused", { applicationId }, { signature: verdict.name }),
      );
      return await giveUp(scope, id, scan, "infected");
    }
    const sha256 = Uint8Array.from(hash.digest());
    const done = await complete(scope, upload.applicationId, { ...row, size, sha256, scan: verdict.found });
    return isRefused(done) ? await giveUp(scope, id, scan, done.refused) : { id };
  } catch (error) {
    await giveUp(scope, id, scan, "failed").catch(() => {}); // swept later
    throw error;
  }
}

/** Locks the application while it can be edited: two uploads at once, or an upload and a submission, queue up here. */
async function lockOpen(tx: Tx<ContractorScope>, applicationId: string): Promise<true | Refused<Closed>> {
  const application = await lockApplication(tx, applicationId);
  if (!application || application.deletedAt !== null) return refused("not_found");
  return isEditable(application.status) ? true : refused("not_editable");
}

/** Whether so many more bytes fit into the application. */
async function hasRoom(tx: Tx<ContractorScope>, applicationId: string, bytes: number): Promise<boolean> {
  const kept = await listDraftAttachments(tx, applicationId);
  const total = kept.reduce((sum, { size }) => sum + size, bytes);
  return kept.length < MAX_COUNT && total <= MAX_TOTAL_BYTES;
}

type Begun = {
  id: string;
  kind: AttachmentKind;
  mediaType: string;
  pixels: number | null;
  fileName: string;
};

function begin(
  scope: ContractorScope,
  applicationId: string,
  row: Begun,
): Promise<true | Refused<Closed | Full>> {
  return inScope(scope, async (tx) => {
    const open = await lockOpen(tx, applicationId);
    if (open !== true) return open;
    if (!(await hasRoom(tx, applicationId, 1))) return refused("too_many");
    await tx.attachment.createMany({
      data: [
        {
          ...row,
          applicationId,
          companyId: scope.partyId,
          state: "uploading",
          scan: "unscanned",
          size: 0,
          uploadedBy: scope.actorId,
          createdAt: now(),
        },
      ],
    });
    return true;
  });
}

type Complete = {
  id: string;
  kind: AttachmentKind;
  mediaType: string;
  size: number;
  sha256: Uint8Array<ArrayBuffer>;
  scan: "clean" | "unscanned";
};

function complete(
  scope: ContractorScope,
  applicationId: string,
  { id, kind, mediaType, ...stored }: Complete,
): Promise<true | Refused<Closed | Full>> {
  return inScope(scope, async (tx) => {
    const open = await lockOpen(tx, applicationId);
    if (open !== true) return open;
    if (!(await hasRoom(tx, applicationId, stored.size))) return refused("too_many");
    const { count } = await tx.attachment.updateMany({
      where: { id, state: "uploading" },
      data: { state: "stored", ...stored },
    });
    if (count === 0) throw new Error("the upload was swept before it ended");
    const { size, scan } = stored;
    await recordAudit(tx, scope, "attachment.added", { applicationId }, { kind, mediaType, size, scan });
    return true;
  });
}

async function giveUp<R extends Refusal>(
  scope: ContractorScope,
  id: string,
  scan: Scan,
  reason: R,
): Promise<Refused<R>> {
  scan.cancel();
  await inScope(scope, (tx) => tx.attachment.deleteMany({ where: { id, state: "uploading" } }));
  return refused(reason);
}

/** Removes an attachment from the draft, or restores it; earlier submissions keep it. */
export async function removeAttachment(
  scope: ContractorScope,
  { id, undo }: { id: string; undo: boolean },
): Promise<{ applicationId: string } | Refused<Closed | Full>> {
  return inScope(scope, async (tx) => {
    const attachment = await findAttachment(tx, id);
    if (!attachment) return refused("not_found");
    const { applicationId } = attachment;
    const open = await lockOpen(tx, applicationId);
    if (open !== true) return open;
    if (undo && !(await hasRoom(tx, applicationId, attachment.size))) return refused("too_many");
    const { count } = await tx.attachment.updateMany({
      where: { id, removedAt: undo ? { not: null } : null },
      data: { removedAt: undo ? null : now() },
    });
    const event = undo ? "attachment.restored" : "attachment.removed";
    if (count > 0) await recordAudit(tx, scope, event, { applicationId }, { attachmentId: id });
    return { applicationId };
  });
}

/**
 * Deletes uploads that never ended and files that were removed unsent; the worker runs it regularly. Returns how many.
 */
export async function sweepAttachments(): Promise<number> {
  const before = (ms: number) => new Date(now().getTime() - ms);
  return inScope(systemScope, async (tx) => {
    const { count } = await tx.attachment.deleteMany({
      where: {
        sentAt: null,
        OR: [
          { state: "uploading", createdAt: { lt: before(uploadMs) } },
          { removedAt: { lt: before(undoMs) } },
        ],
      },
    });
    return count;
  });
}
