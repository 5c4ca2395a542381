import "server-only";
import type { ObligeeScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { sha256 } from "#lib/core/crypto.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { clearTries, type Limit, takeTry } from "#lib/core/rate-limit.ts";
import { type Refused, refused } from "#lib/core/result.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { compareWithNothing, keyMatches } from "#lib/features/keys/commands.ts";
import { hasValidCheck } from "#lib/features/keys/rules.ts";
import { postNotice } from "#lib/features/notices/commands.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { findKeyByNumber } from "./queries.ts";
import type { Lookup } from "./schema.ts";

/** Five tries per official and number, existing or not, then a wait of 30 s that doubles. */
const perOfficialAndNumber: Limit = {
  free: 5,
  firstWaitSeconds: 30,
  longestWaitSeconds: 86_400,
  forgetAfterSeconds: 86_400,
};

/** How long a result can be opened again without the key. */
const resultMs = 12 * 60 * 60 * 1000;

/**
 * Looks a guarantee up by number and key. Row-level security shows an official only the obligee's own guarantees, so
 * that another city's, an unknown and a withdrawn number cannot be told apart; every failure has the same reason. A
 * wrong check character is a slip of the hand and counts as no try. While an official must wait, even the right key is
 * not checked. A success is stored as a verification (who, when), which opens the result for twelve hours.
 */
export async function verifyGuarantee(
  scope: ObligeeScope,
  { contractNumber, key }: Lookup,
): Promise<{ verificationId: string } | Refused<"no_match"> | { waitSeconds: number }> {
  const throttleKey = `verify:${scope.actorId}:${sha256(contractNumber).toString("hex").slice(0, 32)}`;
  return inScope(scope, async (tx) => {
    if (key === null || !hasValidCheck(key)) {
      await recordAudit(tx, scope, "verification.failed", {}, { counted: false });
      return refused("no_match");
    }
    const wait = await takeTry(tx, throttleKey, perOfficialAndNumber);
    if (wait) {
      await recordAudit(tx, scope, "verification.throttled", {}, wait);
      return wait;
    }
    const found = await findKeyByNumber(tx, contractNumber);
    const fits = found ? keyMatches(found, key) : compareWithNothing(key);
    if (!found || !fits) {
      await recordAudit(tx, scope, "verification.failed", {}, { counted: true });
      return refused("no_match");
    }
    await clearTries(tx, throttleKey);
    const verifiedAt = now();
    const verificationId = newId();
    await tx.verification.createMany({
      data: [
        {
          id: verificationId,
          obligeeId: scope.partyId,
          userId: scope.actorId,
          guaranteeId: found.guaranteeId,
          keyVersion: found.version,
          verifiedAt,
          expiresAt: new Date(verifiedAt.getTime() + resultMs),
        },
      ],
    });
    const { guaranteeId, applicationId, companyId, branchId, obligeeTitle } = found;
    await recordAudit(
      tx,
      scope,
      "verification.confirmed",
      { guaranteeId, applicationId, companyId, branchId },
      { contractNumber, obligeeName: obligeeTitle },
    );
    await tellContractor(tx, scope, contractNumber, found);
    return { verificationId };
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof findKeyByNumber>>>;

/** The contractor is notified of the first lookup with each key; the timeline of the guarantee shows all of them. */
async function tellContractor(
  tx: Tx<ObligeeScope>,
  scope: ObligeeScope,
  contractNumber: string,
  found: Found,
): Promise<void> {
  const { guaranteeId, companyId, branchId, applicationId, workName, obligeeTitle, product, version } = found;
  const obligee = await tx.obligee.findFirstOrThrow({ where: { id: scope.partyId }, select: { name: true } });
  await postNotice(tx, {
    event: "guarantee_viewed",
    topic: `guarantee.viewed:${guaranteeId}:${version}`,
    companyId,
    branchId,
    applicationId,
    guaranteeId,
    data: {
      workName,
      obligeeTitle,
      obligeeName: obligee.name,
      productName: PRODUCTS[product].name,
      contractNumber,
    },
  });
}
