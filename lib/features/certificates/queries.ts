import "server-only";
import type { Tx } from "#lib/core/db.ts";
import { findKeyVersion } from "#lib/features/keys/queries.ts";
import { type CertificateContent, certificateContent } from "./schema.ts";

/** One version of an issued guarantee's certificate; null when it does not exist or is not visible. */
export async function findCertificate(tx: Tx, guaranteeId: string, version: number) {
  const row = await tx.certificate.findFirst({
    where: { guaranteeId, version, guarantee: { status: "issued" } },
    select: { content: true, guarantee: { select: { form: true, applicationId: true } } },
  });
  return row && { ...row.guarantee, content: certificateContent.parse(row.content) };
}

/** The newest certificate's content; null when there is none yet. */
export async function findCertificateContent(
  tx: Tx,
  guaranteeId: string,
): Promise<CertificateContent | null> {
  const row = await tx.certificate.findFirst({
    where: { guaranteeId },
    orderBy: { version: "desc" },
    select: { content: true },
  });
  return row && certificateContent.parse(row.content);
}

/** The newest stored PDF of a kind, with its guarantee; null when there is none or it is not visible. */
export async function findStoredPdf(tx: Tx, guaranteeId: string, kind: "certificate" | "key_notice") {
  return tx.document.findFirst({
    where: { guaranteeId, kind, guarantee: { status: "issued" } },
    orderBy: { version: "desc" },
    select: {
      id: true,
      version: true,
      bytes: true,
      sha256: true,
      guarantee: {
        select: {
          id: true,
          product: true,
          contractNumber: true,
          applicationId: true,
          companyId: true,
          branchId: true,
        },
      },
    },
  });
}

/** The key notice attached to a mail, by its id; null when the guarantee has a newer key by now. */
export async function findKeyNoticeToSend(tx: Tx, documentId: string): Promise<StoredPdf | null> {
  const asked = await tx.document.findFirst({
    where: { id: documentId, kind: "key_notice" },
    select: { guaranteeId: true, version: true },
  });
  const key = asked && (await findKeyVersion(tx, asked.guaranteeId));
  return asked && key === asked.version ? findStoredPdf(tx, asked.guaranteeId, "key_notice") : null;
}

/** The version of a guarantee's newest key notice; null when there is none or it is not visible. */
export async function findKeyNoticeVersion(tx: Tx, guaranteeId: string): Promise<number | null> {
  const notice = await tx.document.findFirst({
    where: { guaranteeId, kind: "key_notice" },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  return notice?.version ?? null;
}

export type StoredPdf = NonNullable<Awaited<ReturnType<typeof findStoredPdf>>>;
