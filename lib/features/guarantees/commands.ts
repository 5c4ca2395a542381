import "server-only";
import type { BranchScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { dateColumn } from "#lib/core/codecs.ts";
import type { Tx } from "#lib/core/db.ts";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import type { IssuingGuarantee } from "./queries.ts";
import { formatContractNumber } from "./rules.ts";

/** Draws the next contract number from a sequence that never gives one twice; one that is not used is lost. */
export async function drawContractNumber(tx: Tx<BranchScope>, product: Product): Promise<string> {
  const [next] = await tx.$queryRaw<{ serial: bigint }[]>`SELECT nextval('contract_serial') AS serial`;
  if (!next) throw new Error("the sequence gave no number");
  return formatContractNumber(next.serial, PRODUCTS[product].letter);
}

/**
 * The last part of an issue: the certificate is on the platform (電子保証発行日時) and the obligee can verify it.
 * @param certified the number and 保証期限 (YYYY-MM-DD) on the certificate.
 */
export async function publishGuarantee(
  tx: Tx<BranchScope>,
  scope: BranchScope,
  { id, applicationId, companyId, form }: IssuingGuarantee,
  { contractNumber, expiresOn }: { contractNumber: string; expiresOn: string },
): Promise<void> {
  await tx.guarantee.updateMany({
    where: { id, status: "issuing" },
    data: {
      status: "issued",
      contractNumber,
      expiresOn: dateColumn.encode(expiresOn),
      issuedAt: now(),
    },
  });
  await recordAudit(
    tx,
    scope,
    "guarantee.issued",
    { applicationId, guaranteeId: id, companyId },
    { contractNumber, form },
  );
}
