import "server-only";
import type { BranchScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { sha256 } from "#lib/core/crypto.ts";
import type { Tx } from "#lib/core/db.ts";
import type { DocumentKind } from "#lib/core/generated/prisma/enums.ts";
import { newId } from "#lib/core/ids.ts";
import { type CertificateContent, certificateContent } from "./schema.ts";

/**
 * Writes one version of a guarantee's certificate, frozen from the submission and from today's guarantor and branch;
 * unique by (guarantee, version). The guarantee's own 保証期限 follows it.
 */
export async function storeCertificate(
  tx: Tx<BranchScope>,
  guaranteeId: string,
  version: number,
  content: CertificateContent,
): Promise<void> {
  await tx.certificate.createMany({
    data: [
      { id: newId(), guaranteeId, version, content: certificateContent.encode(content), createdAt: now() },
    ],
  });
}

/** Stores PDFs with their SHA-256, each unique by (guarantee, kind, version); one that is there already stays. */
export async function storeDocuments(
  tx: Tx<BranchScope>,
  guaranteeId: string,
  documents: readonly { kind: DocumentKind; version: number; pdf: Uint8Array }[],
): Promise<void> {
  const rows = documents.map(({ kind, version, pdf }) => {
    const bytes = Uint8Array.from(pdf);
    const hash = Uint8Array.from(sha256(bytes));
    return { id: newId(), guaranteeId, kind, version, sha256: hash, bytes, createdAt: now() };
  });
  await tx.document.createMany({ data: rows, skipDuplicates: true });
}
