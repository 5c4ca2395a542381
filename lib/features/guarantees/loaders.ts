import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { formatInstant } from "#lib/core/calendar.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { isId } from "#lib/core/ids.ts";
import { cutPage, type PagePlace } from "#lib/core/pages.ts";
import { paths } from "#lib/core/paths.ts";
import { presentLife } from "#lib/features/applications/present.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { listApplicationEvents } from "#lib/features/audit/queries.ts";
import { presentOverview } from "#lib/features/certificates/present.ts";
import { pdfName } from "#lib/features/certificates/rules.ts";
import { presentGuide, presentHandover } from "#lib/features/handovers/present.ts";
import { findHandable, findRoute, listHandovers } from "#lib/features/handovers/queries.ts";
import { openKey } from "#lib/features/keys/commands.ts";
import { listObligees } from "#lib/features/obligees/queries.ts";
import { presentContract } from "./present.ts";
import { findIssued, findStoredKey, listContracts, listVerifications, listVerifiedIds } from "./queries.ts";

/** Rows on one page of the list. */
const pageSize = 20;

/** One page of the issued guarantees, newest first; `keys`: electronic ones only. Each says whether the obligee looked. */
export async function loadContracts(scope: ContractorScope, keys: boolean, place: PagePlace) {
  return inScope(scope, async (tx) => {
    const rows = await listContracts(tx, { take: pageSize + 1, electronicOnly: keys, ...place });
    const page = cutPage(rows, pageSize, place);
    const verified = await listVerifiedIds(
      tx,
      page.rows.map(({ id }) => id),
    );
    return {
      ...page,
      rows: page.rows.map((row) => ({ ...presentContract(row), verified: verified.has(row.id) })),
      pageSize,
    };
  });
}

/**
 * An issued guarantee with its key, for the company that owns it; that the key was shown is written down in the same
 * transaction. Null when it does not exist, is not issued yet or is another company's.
 */
export async function loadContract(scope: ContractorScope, id: string) {
  if (!isId(id)) return null;
  return inScope(scope, async (tx) => {
    const issued = await findIssued(tx, id);
    const newest = issued?.certificates[0];
    if (!issued || !newest) return null;
    const { contractNumber } = newest.content;
    const stored = await findStoredKey(tx, id);
    if (stored)
      await recordAudit(
        tx,
        scope,
        "guarantee.key_shown",
        { guaranteeId: id, applicationId: issued.applicationId, branchId: issued.branchId },
        { contractNumber },
      );
    return {
      ...presentContract(issued),
      contractNumber,
      applicationId: issued.applicationId,
      authenticationKey: stored && openKey(stored),
      handover: stored && (await guideOf(tx, scope, id, stored.version)),
      overview: presentOverview(newest.content),
      history: issued.certificates.map(({ version, createdAt }) => ({
        version,
        // The first version reached the platform when the guarantee was issued, after its documents were made.
        issuedAt: formatInstant(version === 1 ? (issued.issuedAt ?? createdAt) : createdAt),
        href: paths.contractCertificate(id, version),
      })),
      verifiedAt: (await listVerifications(tx, id)).map((one) => formatInstant(one.verifiedAt)),
      branch: newest.content.branch,
      life: presentLife(
        (await listApplicationEvents(tx, issued.applicationId)).filter(
          ({ guaranteeId }) => guaranteeId === null || guaranteeId === id,
        ),
        {
          branch: newest.content.branch.name,
          obligees: new Map((await listObligees(tx)).map(({ title, name }) => [title, name])),
        },
      ),
    };
  });
}

/** How the key is handed in; null when nobody has said yet. */
async function guideOf(tx: Tx<ContractorScope>, scope: ContractorScope, id: string, keyVersion: number) {
  const one = await findHandable(tx, id);
  const route = one && (await findRoute(tx, one));
  if (!one || !route) return null;
  const items = (await listHandovers(tx, id)).map((sent) => presentHandover(sent, keyVersion));
  return presentGuide(route, one, pdfName("key_notice", one), scope.actorName, items);
}
