import "server-only";
import type { BranchScope } from "#lib/auth/scope.ts";
import { todayInTokyo } from "#lib/core/calendar.ts";
import { now } from "#lib/core/clock.ts";
import { sha256 } from "#lib/core/crypto.ts";
import type { Tx } from "#lib/core/db.ts";
import type { DocumentKind } from "#lib/core/generated/prisma/enums.ts";
import { newId } from "#lib/core/ids.ts";
import { getBranch, getGuarantor } from "#lib/features/branches/queries.ts";
import { findSubmission } from "#lib/features/submissions/queries.ts";
import { getCertifiable } from "./queries.ts";
import { termOf } from "./rules.ts";
import type { CertificateContent } from "./schema.ts";

/**
 * Writes one version of a guarantee's certificate, frozen from what was sent, the guarantor and the branch of today;
 * unique by (guarantee, version). The guarantee's own 保証期限 follows it.
 */
export async function certifyGuarantee(
  tx: Tx<BranchScope>,
  scope: BranchScope,
  guaranteeId: string,
  version: number,
): Promise<void> {
  const content = await composeContent(tx, scope, guaranteeId);
  await tx.certificate.create({ data: { id: newId(), guaranteeId, version, content, createdAt: now() } });
  const expiresOn = new Date(`${content.expiresOn}T00:00:00Z`);
  await tx.guarantee.updateMany({ where: { id: guaranteeId }, data: { expiresOn } });
}

async function composeContent(
  tx: Tx<BranchScope>,
  scope: BranchScope,
  guaranteeId: string,
): Promise<CertificateContent> {
  const guarantee = await getCertifiable(tx, guaranteeId);
  const submission = await findSubmission(tx, guarantee.applicationId);
  if (!submission || guarantee.contractNumber === null)
    throw new Error("a guarantee is certified after its number");
  const { works, products } = submission.answers;
  // Either kind of advance has a bank, and a term of its own with 年度割.
  const advance = guarantee.product === "performance" ? null : products[guarantee.product];
  const { sample, ...guarantor } = await getGuarantor(tx);
  const { name, tel, fax, hours } = await getBranch(tx, scope.partyId);
  const issuedOn = todayInTokyo(now());
  return {
    product: guarantee.product,
    issuedOn,
    contractNumber: guarantee.contractNumber,
    contractor: submission.applicant,
    jvName: works.jvName,
    jv: works.jv,
    obligee: guarantee.obligeeTitle,
    guaranteeYen: String(guarantee.guaranteeYen),
    ...termOf(guarantee.product, works, issuedOn, advance?.expiresOn),
    workName: works.workName,
    contractYen: String(works.contractYen),
    worksFrom: works.worksFrom,
    worksTo: works.worksTo,
    contractedOn: works.contractedOn,
    bank: advance?.bank ?? null,
    guarantor,
    sample,
    branch: { name, tel, fax, hours },
  };
}

/** Stores a PDF with its SHA-256; unique by (guarantee, kind, version). */
export async function storeDocument(
  tx: Tx<BranchScope>,
  guaranteeId: string,
  kind: DocumentKind,
  version: number,
  pdf: Uint8Array,
): Promise<void> {
  const bytes = Uint8Array.from(pdf);
  await tx.document.create({
    data: {
      id: newId(),
      guaranteeId,
      kind,
      version,
      sha256: Uint8Array.from(sha256(bytes)),
      bytes,
      createdAt: now(),
    },
  });
}
