import "server-only";
import type { BranchScope, ContractorScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { isRefused, type Refused, refused } from "#lib/core/result.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { getBranch } from "#lib/features/branches/queries.ts";
import { giveKey } from "#lib/features/keys/commands.ts";
import { findKeyVersion } from "#lib/features/keys/queries.ts";
import { postNotice } from "#lib/features/notices/commands.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { keyNotice } from "#lib/jobs/definitions/key-notice.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { findKeyed, findReissue, listReissues } from "./queries.ts";

type Reason = "not_found" | "changed_meanwhile";
type Keyed = NonNullable<Awaited<ReturnType<typeof findKeyed>>>;

const subject = ({ id, applicationId, companyId, branchId }: Keyed) => ({
  guaranteeId: id,
  applicationId,
  companyId,
  branchId,
});

/**
 * 「認証キーの再発行を依頼する」: the contractor says why; only one request per key can wait. A second click carries the same sequence
 * and gets the same answer.
 */
export async function requestReissue(
  scope: ContractorScope,
  { id, sequence, reason }: { id: string; sequence: number; reason: string },
): Promise<{ id: string } | Refused<Reason>> {
  return inScope(scope, async (tx) => {
    const guarantee = await findKeyed(tx, id);
    const keyVersion = guarantee && (await findKeyVersion(tx, id));
    if (!guarantee || !keyVersion) return refused("not_found");
    const before = await listReissues(tx, id);
    if (sequence >= 1 && sequence <= before.length) return { id };
    if (sequence !== before.length + 1 || before[0]?.status === "open") return refused("changed_meanwhile");
    const written = await tx.reissue.createMany({
      data: [
        {
          id: newId(),
          guaranteeId: id,
          sequence,
          keyVersion,
          status: "open",
          reason,
          requestedBy: scope.actorId,
          requestedByName: scope.actorName,
          requestedAt: now(),
        },
      ],
      skipDuplicates: true,
    });
    if (written.count === 0) return { id }; // the other click of a double click committed first
    const contractNumber = guarantee.contractNumber ?? "";
    await recordAudit(tx, scope, "guarantee.key_reissue_requested", subject(guarantee), {
      contractNumber,
      keyVersion,
      reason,
    });
    return { id };
  });
}

type Decided = { applicationId: string };

/** Marks an open request as decided, once; a second click or a colleague gets the state it finds instead. */
async function decide(
  tx: Tx<BranchScope>,
  scope: BranchScope,
  id: string,
  to: "done" | "declined",
  declineReason: string | null,
): Promise<{ guarantee: Keyed; keyVersion: number; first: boolean } | Refused<Reason>> {
  const { count } = await tx.reissue.updateMany({
    where: { id, status: "open" },
    data: { status: to, decidedByName: scope.actorName, decidedAt: now(), declineReason },
  });
  const request = await findReissue(tx, id);
  const guarantee = request && (await findKeyed(tx, request.guaranteeId));
  if (!request || !guarantee) return refused("not_found");
  if (request.status !== to) return refused("changed_meanwhile");
  return { guarantee, keyVersion: request.keyVersion, first: count === 1 };
}

/**
 * 「認証キーを再発行」: with this transaction the new key exists and the old one opens nothing, since a lookup compares only the
 * newest. The job makes the new key notice and the mail; the certificate stays as it is.
 */
export async function reissueKey(
  scope: BranchScope,
  { id }: { id: string },
): Promise<Decided | Refused<Reason>> {
  return inScope(scope, async (tx) => {
    const decided = await decide(tx, scope, id, "done", null);
    if (isRefused(decided)) return decided;
    const { guarantee, first } = decided;
    if (!first) return { applicationId: guarantee.applicationId };
    const version = decided.keyVersion + 1;
    await giveKey(tx, guarantee.id, version);
    await recordAudit(tx, scope, "guarantee.key_reissued", subject(guarantee), {
      contractNumber: guarantee.contractNumber ?? "",
      keyVersion: version,
    });
    await enqueue(tx, keyNotice, {
      guaranteeId: guarantee.id,
      branchId: scope.partyId,
      version,
    });
    return { applicationId: guarantee.applicationId };
  });
}

/** 「依頼を断る」: the key stays, and the contractor reads why. */
export async function declineReissue(
  scope: BranchScope,
  { id, reason }: { id: string; reason: string },
): Promise<Decided | Refused<Reason>> {
  return inScope(scope, async (tx) => {
    const decided = await decide(tx, scope, id, "declined", reason);
    if (isRefused(decided)) return decided;
    const { guarantee, first } = decided;
    if (!first) return { applicationId: guarantee.applicationId };
    await recordAudit(tx, scope, "guarantee.key_reissue_declined", subject(guarantee), {
      contractNumber: guarantee.contractNumber ?? "",
      reason,
    });
    await tellReissue(tx, scope, guarantee, "key_reissue_declined", id);
    return { applicationId: guarantee.applicationId };
  });
}

/** Notifies the company of the decision; neither notice nor mail contains the key. */
export async function tellReissue(
  tx: Tx<BranchScope>,
  scope: BranchScope,
  guarantee: Keyed,
  event: "key_reissued" | "key_reissue_declined",
  about: string,
): Promise<void> {
  const branch = await getBranch(tx, scope.partyId);
  const { companyId, applicationId, workName, obligeeTitle, product, contractNumber } = guarantee;
  await postNotice(tx, {
    event,
    topic: `guarantee.${event}:${guarantee.id}:${about}`,
    companyId,
    branchId: scope.partyId,
    applicationId,
    guaranteeId: guarantee.id,
    data: {
      workName,
      obligeeTitle,
      branchName: branch.name,
      productName: PRODUCTS[product].name,
      contractNumber,
    },
  });
}
