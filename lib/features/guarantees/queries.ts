import type { BranchScope, ContractorScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";
import { certificateContent } from "#lib/features/certificates/schema.ts";

/** A guarantee while it is being issued; throws when it is not the branch's. */
export async function getIssuing(tx: Tx<BranchScope>, id: string) {
  return tx.guarantee.findFirstOrThrow({
    where: { id },
    select: {
      id: true,
      applicationId: true,
      companyId: true,
      product: true,
      form: true,
      status: true,
      contractNumber: true,
      workName: true,
      obligeeTitle: true,
      guaranteeYen: true,
    },
  });
}

export type IssuingGuarantee = Awaited<ReturnType<typeof getIssuing>>;

const listItem = {
  id: true,
  product: true,
  form: true,
  status: true,
  contractNumber: true,
  workName: true,
  obligeeTitle: true,
  contractYen: true,
  guaranteeYen: true,
  issuedAt: true,
} as const;

/** The company's issued guarantees, newest first; older than `before`, or the nearest newer than `after` (ids). */
export async function listContracts(
  tx: Tx<ContractorScope>,
  page: {
    take: number;
    before?: string | undefined;
    after?: string | undefined;
    electronicOnly: boolean;
  },
) {
  const { take, before, after, electronicOnly } = page;
  const rows = await tx.guarantee.findMany({
    where: {
      status: "issued",
      ...(electronicOnly ? { form: "electronic" as const } : {}),
      ...(after ? { id: { gt: after } } : before ? { id: { lt: before } } : {}),
    },
    orderBy: { id: after ? "asc" : "desc" },
    take,
    select: listItem,
  });
  return after ? rows.reverse() : rows;
}

/** The guarantees of one application as far as they are issued or being issued, in the order of the products. */
export async function listGuaranteesOf(tx: Tx<ContractorScope>, applicationId: string) {
  return tx.guarantee.findMany({ where: { applicationId }, orderBy: { product: "asc" }, select: listItem });
}

/** Which of these guarantees an official of the obligee has looked at. */
export async function listVerifiedIds(tx: Tx, guaranteeIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.verification.findMany({
    where: { guaranteeId: { in: [...guaranteeIds] } },
    distinct: ["guaranteeId"],
    select: { guaranteeId: true },
  });
  return new Set(rows.map(({ guaranteeId }) => guaranteeId));
}

/** Number of the company's issued guarantees. */
export async function countContracts(tx: Tx<ContractorScope>): Promise<number> {
  return tx.guarantee.count({ where: { status: "issued" } });
}

/** An issued guarantee with its certificates, newest first, and the stored key of the newest version; null when not visible. */
export async function findIssued(tx: Tx, id: string) {
  const row = await tx.guarantee.findFirst({
    where: { id, status: "issued" },
    select: {
      ...listItem,
      applicationId: true,
      companyName: true,
      companyId: true,
      branchId: true,
      obligeeId: true,
      certificates: {
        orderBy: { version: "desc" },
        select: { id: true, version: true, content: true, createdAt: true },
      },
    },
  });
  return (
    row && {
      ...row,
      certificates: row.certificates.map((one) => ({
        ...one,
        content: certificateContent.parse(one.content),
      })),
    }
  );
}

/** The newest stored key of a guarantee, still closed; null for paper. */
export async function findStoredKey(tx: Tx, guaranteeId: string) {
  return tx.verificationKey.findFirst({
    where: { guaranteeId },
    orderBy: { version: "desc" },
    select: {
      guaranteeId: true,
      version: true,
      verifier: true,
      verifierKeyId: true,
      ciphertext: true,
      cipherKeyId: true,
    },
  });
}

/** When officials of the obligee saw it, newest first (shown to the contractor and the branch). */
export async function listVerifications(tx: Tx, guaranteeId: string) {
  return tx.verification.findMany({
    where: { guaranteeId },
    orderBy: { verifiedAt: "desc" },
    take: 50,
    select: { verifiedAt: true },
  });
}

/** The newest certificate's content; throws when there is none yet. */
export async function getCertificateContent(tx: Tx, guaranteeId: string) {
  const row = await tx.certificate.findFirstOrThrow({
    where: { guaranteeId },
    orderBy: { version: "desc" },
    select: { content: true },
  });
  return certificateContent.parse(row.content);
}
