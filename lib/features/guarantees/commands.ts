import type { BranchScope } from "#lib/auth/scope.ts";
import { todayInTokyo } from "#lib/core/calendar.ts";
import { now } from "#lib/core/clock.ts";
import { sha256 } from "#lib/core/crypto.ts";
import type { Tx } from "#lib/core/db.ts";
import type { DocumentKind } from "#lib/core/generated/prisma/enums.ts";
import { newId } from "#lib/core/ids.ts";
import { findSubmission } from "#lib/features/applications/queries.ts";
import { TRANSITIONS } from "#lib/features/applications/status.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { getBranch, getGuarantor } from "#lib/features/branches/queries.ts";
import type { CertificateContent } from "#lib/features/certificates/schema.ts";
import { formatContractNumber } from "#lib/features/keys/rules.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { fromStored } from "#lib/features/questions/present.ts";
import { getIssuing, type IssuingGuarantee } from "./queries.ts";
import { termOf } from "./rules.ts";

const subject = (one: IssuingGuarantee) => ({
  applicationId: one.applicationId,
  guaranteeId: one.id,
  companyId: one.companyId,
});

/** Step of the issuing job: the contract number, from a sequence that never gives one twice. */
export async function numberGuarantee(tx: Tx<BranchScope>, scope: BranchScope, id: string): Promise<void> {
  const one = await getIssuing(tx, id);
  const [next] = await tx.$queryRaw<{ serial: bigint }[]>`SELECT nextval('contract_serial') AS serial`;
  if (!next) throw new Error("the sequence gave no number");
  const contractNumber = formatContractNumber(next.serial, PRODUCTS[one.product].letter);
  const { count } = await tx.guarantee.updateMany({
    where: { id, contractNumber: null },
    data: { contractNumber },
  });
  if (count === 0) return; // numbered before; the drawn number is lost, never given to another
  await recordAudit(tx, scope, "guarantee.numbered", subject(one), { contractNumber });
}

/** Step of the issuing job: version 1 of the certificate, frozen from what was sent, the guarantor and the branch of today. */
export async function certifyGuarantee(tx: Tx<BranchScope>, scope: BranchScope, id: string): Promise<void> {
  const one = await getIssuing(tx, id);
  const submission = await findSubmission(tx, one.applicationId);
  if (!submission || one.contractNumber === null)
    throw new Error("a guarantee is certified after its number");
  const { works, products } = fromStored(submission.answers);
  // Either kind of advance has a bank, and a term of its own with 年度割.
  const advance = one.product === "performance" ? null : products[one.product];
  const guarantor = await getGuarantor(tx);
  const { name, tel, fax, hours } = await getBranch(tx, scope.partyId);
  const issuedOn = todayInTokyo(now());
  const content: CertificateContent = {
    product: one.product,
    issuedOn,
    contractNumber: one.contractNumber,
    contractor: submission.applicant,
    jvName: works.jvName,
    jv: works.jv,
    obligee: one.obligeeTitle,
    guaranteeYen: String(one.guaranteeYen),
    ...termOf(one.product, works, issuedOn, advance?.expiresOn),
    workName: works.workName,
    contractYen: String(works.contractYen),
    worksFrom: works.worksFrom,
    worksTo: works.worksTo,
    contractedOn: works.contractedOn,
    bank: advance?.bank ?? null,
    guarantor: {
      name: guarantor.name,
      address: guarantor.address,
      representative: guarantor.representative,
      seal: guarantor.seal,
    },
    sample: guarantor.sample,
    branch: { name, tel, fax, hours },
  };
  await tx.certificate.create({
    data: { id: newId(), guaranteeId: id, version: 1, content, createdAt: now() },
  });
  const expiresOn = new Date(`${content.expiresOn}T00:00:00Z`);
  await tx.guarantee.updateMany({ where: { id }, data: { expiresOn } });
}

/** Stores a PDF with its SHA-256; unique by (guarantee, kind, version). */
export async function storeDocument(
  tx: Tx<BranchScope>,
  guaranteeId: string,
  kind: DocumentKind,
  bytes: Uint8Array,
  version = 1,
): Promise<void> {
  const data = Uint8Array.from(bytes);
  await tx.document.create({
    data: {
      id: newId(),
      guaranteeId,
      kind,
      version,
      sha256: Uint8Array.from(sha256(data)),
      bytes: data,
      createdAt: now(),
    },
  });
}

/**
 * Last step of the issuing job: the certificate is on the platform (電子保証発行日時) and the obligee can verify it. The
 * application is 発行済 with its last guarantee.
 */
export async function publishGuarantee(tx: Tx<BranchScope>, scope: BranchScope, id: string): Promise<void> {
  const one = await getIssuing(tx, id);
  if (one.contractNumber === null) throw new Error("a guarantee is published after its number");
  // The two jobs of one application finish at the same time: the row's lock lets the later one see the earlier one's status.
  await tx.$queryRaw`SELECT 1 FROM applications WHERE id = ${one.applicationId}::uuid FOR UPDATE`;
  await tx.guarantee.updateMany({
    where: { id, status: "issuing" },
    data: { status: "issued", issuedAt: now() },
  });
  const open = await tx.guarantee.count({ where: { applicationId: one.applicationId, status: "issuing" } });
  if (open === 0)
    await tx.application.updateMany({
      where: { id: one.applicationId, status: { in: [...TRANSITIONS.finishIssue.from] } },
      data: { status: TRANSITIONS.finishIssue.to },
    });
  await recordAudit(tx, scope, "guarantee.issued", subject(one), {
    contractNumber: one.contractNumber,
    form: one.form,
  });
}
