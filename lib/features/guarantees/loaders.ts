import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { today } from "#lib/core/clock.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { isId } from "#lib/core/ids.ts";
import { exportCsv, PAGE_SIZE, readPage } from "#lib/core/lists.ts";
import { chosenId, chosenOf, formatCount, type PageQuery, searchedText } from "#lib/core/pages.ts";
import { paths } from "#lib/core/paths.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { listApplicationEvents } from "#lib/features/audit/queries.ts";
import { presentTimeline } from "#lib/features/audit/timeline.ts";
import { FIRST_VERSION } from "#lib/features/certificates/constants.ts";
import { presentHistory, presentOverview } from "#lib/features/certificates/present.ts";
import { pdfName } from "#lib/features/certificates/rules.ts";
import { presentGuide, presentHandover } from "#lib/features/handovers/present.ts";
import { findHandable, findRoute, findSender, listHandovers } from "#lib/features/handovers/queries.ts";
import { openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { markPageRead } from "#lib/features/notices/commands.ts";
import { loadObligeesOfToday } from "#lib/features/obligees/loaders.ts";
import { presentChoices } from "#lib/features/obligees/present.ts";
import { FORM_NAMES, PRODUCTS } from "#lib/features/products/constants.ts";
import { presentReissues } from "#lib/features/reissues/present.ts";
import { listReissues } from "#lib/features/reissues/queries.ts";
import { GUARANTEE_CSV, GUARANTEE_SORTS, GUARANTEE_STATES } from "./constants.ts";
import { presentCsv, presentGuarantee, presentLookups } from "./present.ts";
import {
  countGuarantees,
  findIssued,
  type GuaranteesAsked,
  guaranteeOrders,
  listGuarantees,
  listKeyStates,
  listVerifications,
} from "./queries.ts";

/** Reads the query of 保証契約一覧 from its URL; unknown and empty values are ignored. */
function readQuery(query: PageQuery): GuaranteesAsked {
  return {
    q: searchedText(query.q),
    obligee: chosenId(query.obligee),
    product: chosenOf(query.product, PRODUCTS),
    form: chosenOf(query.form, FORM_NAMES),
    state: chosenOf(query.state, GUARANTEE_STATES),
    sort: chosenOf(query.sort, GUARANTEE_SORTS),
    today: today(),
  };
}

/**
 * One page of the issued guarantees, for the query of its URL; `keys`: electronic ones only. Each says how far its key
 * has got and whether its term is over; `total` counts the matches, `obligees` are the choices of the filter.
 */
export async function loadGuarantees(scope: ContractorScope, keys: boolean, query: PageQuery) {
  const asked = { ...readQuery(query), form: keys ? ("electronic" as const) : undefined };
  const obligees = await loadObligeesOfToday();
  return inScope(scope, async (tx) => {
    const page = await readPage(query, guaranteeOrders[asked.sort ?? "newest"], (part) =>
      listGuarantees(tx, scope, asked, part),
    );
    const states = await listKeyStates(
      tx,
      page.rows.map(({ id }) => id),
    );
    return {
      ...page,
      rows: page.rows.map((row) => {
        const item = presentGuarantee(row);
        const expired = item.expiresOn !== null && item.expiresOn < asked.today;
        return { ...item, expired, keyState: states.get(row.id) ?? "open" };
      }),
      pageSize: PAGE_SIZE,
      asked,
      total: formatCount(await countGuarantees(tx, scope, asked)),
      obligees: presentChoices(obligees),
    };
  });
}

/** The same list without pages, as CSV lines. */
export function exportGuarantees(scope: ContractorScope, query: PageQuery): AsyncGenerator<string> {
  const asked = readQuery(query);
  return exportCsv(GUARANTEE_CSV, guaranteeOrders[asked.sort ?? "newest"], (part) =>
    inScope(scope, async (tx) => {
      const rows = await listGuarantees(tx, scope, asked, part);
      const states = await listKeyStates(
        tx,
        rows.map(({ id }) => id),
      );
      return rows.map((row) => ({ row, cells: presentCsv(row, states.get(row.id) === "verified") }));
    }),
  );
}

/**
 * An issued guarantee with its key, for the company that owns it; showing the key is recorded in the same transaction.
 * Null when it does not exist, is not issued yet or is another company's.
 */
export async function loadGuarantee(scope: ContractorScope, id: string) {
  if (!isId(id)) return null;
  const obligees = new Map((await loadObligeesOfToday()).map(({ title, name }) => [title, name]));
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
    await markPageRead(tx, scope, { applicationId: issued.applicationId, guaranteeId: id });
    return {
      ...presentGuarantee(issued),
      contractNumber,
      obligeeName: obligees.get(issued.obligeeTitle) ?? issued.obligeeTitle,
      applicationId: issued.applicationId,
      authenticationKey: stored && openKey(stored),
      keyNoticeReady: stored !== null && issued.documents[0]?.version === stored.version,
      reissue: stored && presentReissues(await listReissues(tx, id)),
      handover: stored && (await guideOf(tx, scope, id, stored.version)),
      overview: presentOverview(newest.content),
      history: presentHistory(issued, (version) => paths.guaranteeCertificate(id, version)),
      lookups: presentLookups(await listVerifications(tx, id), stored?.version ?? FIRST_VERSION),
      branch: newest.content.branch,
      timeline: presentTimeline(
        (await listApplicationEvents(tx, issued.applicationId)).filter(
          ({ guaranteeId }) => guaranteeId === null || guaranteeId === id,
        ),
        {
          branch: newest.content.branch.name,
          obligees,
        },
      ),
    };
  });
}

/** How the key is handed in; null when that is not known. */
async function guideOf(tx: Tx<ContractorScope>, scope: ContractorScope, id: string, keyVersion: number) {
  const guarantee = await findHandable(tx, id);
  const route = guarantee && (await findRoute(tx, guarantee));
  if (!guarantee || !route) return null;
  const items = (await listHandovers(tx, id)).map((sent) => presentHandover(sent, keyVersion));
  return presentGuide(route, guarantee, pdfName("key_notice", guarantee), await findSender(tx, scope), items);
}
