import type { Tx } from "#lib/core/db.ts";
import { certificateContent } from "./schema.ts";

/** One version of an issued guarantee's certificate; null when it does not exist or is not visible. */
export async function findCertificate(tx: Tx, guaranteeId: string, version: number) {
  const row = await tx.certificate.findFirst({
    where: { guaranteeId, version, guarantee: { status: "issued" } },
    select: { content: true, guarantee: { select: { form: true } } },
  });
  return row && { content: certificateContent.parse(row.content), form: row.guarantee.form };
}

/** The newest stored PDF of a kind with the guarantee it belongs to; null when there is none or it is not visible. */
export async function findStoredPdf(tx: Tx, guaranteeId: string, kind: "certificate" | "key_notice") {
  return tx.document.findFirst({
    where: { guaranteeId, kind, guarantee: { status: "issued" } },
    orderBy: { version: "desc" },
    select: {
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

export type StoredPdf = NonNullable<Awaited<ReturnType<typeof findStoredPdf>>>;
