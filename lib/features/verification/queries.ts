import type { ObligeeScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import type { Tx } from "#lib/core/db.ts";

/** The newest key of the guarantee with this number, as far as the obligee may see it; null for everything else. */
export async function findKeyByNumber(tx: Tx<ObligeeScope>, contractNumber: string) {
  return tx.verificationKey.findFirst({
    where: { guarantee: { contractNumber } },
    orderBy: { version: "desc" },
    select: {
      guaranteeId: true,
      version: true,
      verifier: true,
      verifierKeyId: true,
      guarantee: { select: { applicationId: true, companyId: true, branchId: true, obligeeTitle: true } },
    },
  });
}

/** A successful look-up of this official that is still open; null otherwise. */
export async function findVerification(tx: Tx<ObligeeScope>, scope: ObligeeScope, id: string) {
  return tx.verification.findFirst({
    where: { id, userId: scope.actorId, expiresAt: { gt: now() } },
    select: { id: true, guaranteeId: true, verifiedAt: true },
  });
}
