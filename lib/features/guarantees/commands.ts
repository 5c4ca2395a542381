import "server-only";
import type { BranchScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import type { Tx } from "#lib/core/db.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { getIssuing, type IssuingGuarantee } from "./queries.ts";
import { formatContractNumber } from "./rules.ts";

const subject = (guarantee: IssuingGuarantee) => ({
  applicationId: guarantee.applicationId,
  guaranteeId: guarantee.id,
  companyId: guarantee.companyId,
});

/** Step of the issuing job: the contract number, from a sequence that never gives one twice. */
export async function numberGuarantee(tx: Tx<BranchScope>, scope: BranchScope, id: string): Promise<void> {
  const guarantee = await getIssuing(tx, id);
  const [next] = await tx.$queryRaw<{ serial: bigint }[]>`SELECT nextval('contract_serial') AS serial`;
  if (!next) throw new Error("the sequence gave no number");
  const contractNumber = formatContractNumber(next.serial, PRODUCTS[guarantee.product].letter);
  const { count } = await tx.guarantee.updateMany({
    where: { id, contractNumber: null },
    data: { contractNumber },
  });
  if (count === 0) return; // numbered before; the drawn number is lost, never given to another
  await recordAudit(tx, scope, "guarantee.numbered", subject(guarantee), { contractNumber });
}

/** Last step of the issuing job: the certificate is on the platform (電子保証発行日時) and the obligee can verify it. */
export async function publishGuarantee(tx: Tx<BranchScope>, scope: BranchScope, id: string): Promise<void> {
  const guarantee = await getIssuing(tx, id);
  if (guarantee.contractNumber === null) throw new Error("a guarantee is published after its number");
  await tx.guarantee.updateMany({
    where: { id, status: "issuing" },
    data: { status: "issued", issuedAt: now() },
  });
  await recordAudit(tx, scope, "guarantee.issued", subject(guarantee), {
    contractNumber: guarantee.contractNumber,
    form: guarantee.form,
  });
}
