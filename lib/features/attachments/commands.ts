import "server-only";
import { createHash } from "node:crypto";
import type { BranchScope, ContractorScope } from "#lib/auth/scope.ts";
import { hasScanner, openScan, type Verdict } from "#lib/core/antivirus.ts";
import { now } from "#lib/core/clock.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { attachmentScan } from "#lib/jobs/definitions/attachment-scan.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { findAttachment, findChunk, listDraftAttachments } from "./queries.ts";

/**
 * Adds the draft's attachments to a submission, in its transaction, so that exactly they are sent. Unscanned ones are
 * scanned by a job.
 */
export async function freezeAttachments(
  tx: Tx<ContractorScope>,
  {
    applicationId,
    submissionId,
    branchId,
  }: { applicationId: string; submissionId: string; branchId: string },
): Promise<void> {
  const kept = await listDraftAttachments(tx, applicationId);
  const ids = kept.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.submissionAttachment.createMany({
    data: ids.map((attachmentId) => ({ submissionId, attachmentId })),
  });
  await tx.attachment.updateMany({ where: { id: { in: ids }, sentAt: null }, data: { sentAt: now() } });
  if (!hasScanner()) return;
  for (const { id, scan } of kept)
    if (scan === "unscanned") await enqueue(tx, attachmentScan, { attachmentId: id, branchId });
}

/**
 * Reads a stored attachment chunk by chunk, each in a transaction of its own, so that a slow reader holds no
 * connection. The last chunk is held back until all of them fit the SHA-256.
 * @throws Error when they do not.
 */
export async function* readAttachment(
  scope: ContractorScope | BranchScope,
  { id, sha256 }: { id: string; sha256: Uint8Array | null },
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  const read = (position: number) => inScope(scope, (tx) => findChunk(tx, id, position));
  let chunk = await read(0);
  for (let position = 1; chunk !== null; position += 1) {
    hash.update(chunk);
    const next = await read(position);
    if (next === null && (sha256 === null || !hash.digest().equals(sha256)))
      throw new Error(`the attachment ${id} no longer fits its SHA-256`);
    yield chunk;
    chunk = next;
  }
}

/** Scans a sent attachment again, for the scanning job. Throws when there is no verdict. */
export async function scanAttachment(scope: BranchScope, id: string): Promise<void> {
  const attachment = await inScope(scope, (tx) => findAttachment(tx, id));
  if (attachment?.scan !== "unscanned") return;
  const scan = await openScan();
  let verdict: Verdict;
  try {
    for await (const chunk of readAttachment(scope, attachment)) await scan.write(chunk);
    verdict = await scan.end();
  } finally {
    scan.cancel();
  }
  if (verdict.found === "unscanned") throw new Error("the virus scanner gave no verdict");
  await inScope(scope, async (tx) => {
    const { count } = await tx.attachment.updateMany({
      where: { id, scan: "unscanned" },
      data: { scan: verdict.found },
    });
    if (count === 0 || verdict.found !== "infected") return;
    const { applicationId, companyId } = attachment;
    await recordAudit(
      tx,
      scope,
      "attachment.infected",
      { applicationId, companyId },
      { attachmentId: id, signature: verdict.name },
    );
  });
}
