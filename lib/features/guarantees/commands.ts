import type { BranchScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import type { Tx } from "#lib/core/db.ts";
import { TRANSITIONS } from "#lib/features/applications/status.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { getIssuing, type IssuingGuarantee } from "./queries.ts";
import { formatContractNumber } from "./rules.ts";

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
