import "server-only";
import type { ObligeeScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import type { Tx } from "#lib/core/db.ts";
import type { Product } from "#lib/core/generated/prisma/enums.ts";

type Comparable = {
  guaranteeId: string;
  version: number;
  verifier: Uint8Array;
  verifierKeyId: string;
  applicationId: string;
  companyId: string;
  branchId: string;
  product: Product;
  workName: string;
  obligeeTitle: string;
};

/**
 * The verifier with which a typed key is compared: the newest one of the guarantee with this number, if the obligee may
 * see it; null for everything else. The encrypted key is not readable for obligees, see the migrations.
 */
export async function findKeyByNumber(
  tx: Tx<ObligeeScope>,
  contractNumber: string,
): Promise<Comparable | null> {
  const [row] = await tx.$queryRaw<Comparable[]>`
    SELECT g.id AS "guaranteeId", k.version, k.verifier, k.verifier_key_id AS "verifierKeyId",
      g.application_id AS "applicationId", g.company_id AS "companyId", g.branch_id AS "branchId",
      g.product::text AS product, g.work_name AS "workName", g.obligee_title AS "obligeeTitle"
    FROM guarantees g CROSS JOIN LATERAL key_to_compare(g.id) k WHERE g.contract_number = ${contractNumber}`;
  return row ?? null;
}

/** A successful lookup by this official that is still open; null otherwise. */
export async function findVerification(tx: Tx<ObligeeScope>, scope: ObligeeScope, id: string) {
  return tx.verification.findFirst({
    where: { id, userId: scope.actorId, expiresAt: { gt: now() } },
    select: { id: true, guaranteeId: true, verifiedAt: true },
  });
}
