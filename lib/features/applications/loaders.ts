import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { today } from "#lib/core/clock.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { exportCsv, PAGE_SIZE, readPage } from "#lib/core/lists.ts";
import { formatCount, type PageQuery } from "#lib/core/pages.ts";
import { presentAttachment } from "#lib/features/attachments/present.ts";
import { listDraftAttachments, listSentAttachments } from "#lib/features/attachments/queries.ts";
import { listApplicationEvents } from "#lib/features/audit/queries.ts";
import { presentTimeline } from "#lib/features/audit/timeline.ts";
import { loadBranches } from "#lib/features/branches/loaders.ts";
import { presentBranches } from "#lib/features/branches/present.ts";
import { presentGuarantee } from "#lib/features/guarantees/present.ts";
import { listGuaranteesOf } from "#lib/features/guarantees/queries.ts";
import { openConversation } from "#lib/features/messages/commands.ts";
import { listUnreadIds } from "#lib/features/messages/queries.ts";
import { markPageRead } from "#lib/features/notices/commands.ts";
import { loadObligeesOfToday } from "#lib/features/obligees/loaders.ts";
import { presentChoices } from "#lib/features/obligees/present.ts";
import { type TabSlug, tabOf } from "#lib/features/questions/constants.ts";
import { untouchedIn } from "#lib/features/questions/steps/progress.ts";
import { summarizeApplication } from "#lib/features/questions/steps/summary.ts";
import { warningsOf } from "#lib/features/questions/steps/warnings.ts";
import type { Answers, Context, FieldError, ObligeeChoice } from "#lib/features/questions/types.ts";
import { presentRemarks } from "#lib/features/submissions/present.ts";
import { findSubmission, listSubmissions } from "#lib/features/submissions/queries.ts";
import { checkAnswers, fingerprintOf } from "./commands.ts";
import { APPLICATION_CSV } from "./constants.ts";
import { presentCsv, presentItem, presentSent, readApplicationQuery } from "./present.ts";
import {
  applicationOrders,
  countApplications,
  findApplication,
  getContext,
  listApplications,
} from "./queries.ts";
import { allows, isEditable, STATUS_LABELS } from "./status.ts";
import type { ApplicationItem } from "./types.ts";

/** The context without what the browser does not need (limits of the branches, how the key is handed in). */
function forBrowser({ obligees, branches }: Context): Context {
  return {
    obligees: obligees.map(({ id, name, title, rule }) => ({
      id,
      name,
      title,
      rule: {
        version: rule.version,
        acceptsElectronic: rule.acceptsElectronic,
        noticeOnOrAfter: rule.noticeOnOrAfter,
        nominationOnOrAfter: rule.nominationOnOrAfter,
        advanceCapPercent: rule.advanceCapPercent,
        performanceMinPercent: rule.performanceMinPercent,
        interimCapPercent: rule.interimCapPercent,
        advancesCapPercent: rule.advancesCapPercent,
        demoPercentages: rule.demoPercentages,
        source: rule.source,
      },
    })),
    branches: presentBranches(branches),
  };
}

/**
 * One page of the company's drafts and applications, for the query of its URL; `older` and `newer` are the neighbouring
 * pages. `total` counts the matches; `obligees` are the choices of the filter; `beside` reads what else the page shows
 * about these rows, in the same transaction.
 */
export async function loadApplications<T>(
  scope: ContractorScope,
  query: PageQuery,
  beside: (tx: Tx<ContractorScope>, rows: ApplicationItem[], obligees: ObligeeChoice[]) => Promise<T>,
) {
  const asked = readApplicationQuery(query);
  const obligees = await loadObligeesOfToday();
  return inScope(scope, async (tx) => {
    const page = await readPage(query, applicationOrders[asked.sort ?? "newest"], (part) =>
      listApplications(tx, scope, asked, part),
    );
    const unread = await listUnreadIds(
      tx,
      "contractor",
      page.rows.map(({ id }) => id),
    );
    const items = page.rows.map((row) => ({ ...presentItem(row), unread: unread.has(row.id) }));
    return {
      ...page,
      rows: items,
      beside: await beside(tx, items, obligees),
      pageSize: PAGE_SIZE,
      asked,
      total: formatCount(await countApplications(tx, scope, asked)),
      obligees: presentChoices(obligees),
    };
  });
}

/** The same list without pages, as CSV lines. */
export function exportApplications(scope: ContractorScope, query: PageQuery): AsyncGenerator<string> {
  const asked = readApplicationQuery(query);
  return exportCsv(APPLICATION_CSV, applicationOrders[asked.sort ?? "newest"], async (part) => {
    const rows = await inScope(scope, (tx) => listApplications(tx, scope, asked, part));
    return rows.map((row) => ({ row, cells: presentCsv(row) }));
  });
}

/**
 * A draft for the form; with `check`, also its mistakes as the server finds them. Null when there is none, `sent` when
 * it can no longer be edited.
 */
export async function loadEditor(scope: ContractorScope, id: string, check: boolean) {
  return inScope(scope, async (tx) => {
    const application = await findApplication(tx, id);
    if (!application) return null;
    if (!isEditable(application.status)) return { sent: true as const };
    const checked = check ? await checkAnswers(tx, application.draft) : null;
    const errors: FieldError[] = checked && !checked.ok ? checked.errors : [];
    return {
      sent: false as const,
      draft: application.draft,
      version: application.draftVersion,
      untouched: untouchedIn(application.draft, application.draftEdits),
      savedAt: application.savedAt.toISOString(),
      owner: scope.actorId ?? "",
      status: STATUS_LABELS[application.status],
      returnedFor: application.status === "returned" ? application.decisionReason : null,
      receiptNumber: application.receiptNumber,
      context: forBrowser(await getContext(tx)),
      errors,
    };
  });
}

/** The content of the confirm page. `mistakes`: the tab to go back to; `sent`: there is nothing left to confirm. */
export async function loadConfirmation(scope: ContractorScope, id: string) {
  return inScope(scope, async (tx) => {
    const application = await findApplication(tx, id);
    if (!application) return null;
    if (!isEditable(application.status)) return { state: "sent" as const };
    const checked = await checkAnswers(tx, application.draft);
    if (!checked.ok) return { state: "mistakes" as const, step: firstTab(checked.errors) };
    const { answers, context } = checked;
    const branch = presentBranches(context.branches).find(({ id }) => id === answers.others.branchId);
    if (!branch) throw new Error("checked answers name an unknown branch");
    const attachments = await listDraftAttachments(tx, id);
    return {
      state: "ready" as const,
      version: application.version,
      fingerprint: fingerprintOf(
        answers,
        context,
        attachments.map((attachment) => attachment.id),
      ),
      attachments: attachments.map(presentAttachment),
      sections: summarizeApplication(answers, context),
      warnings: warningsOf(application.draft, answers, context.obligees, today()),
      amounts: amountsOf(answers.products),
      branch,
    };
  });
}

/** The tab of the first mistake. */
function firstTab(errors: readonly FieldError[]): TabSlug {
  const [first] = errors;
  return first ? tabOf(first.field) : "works";
}

function amountsOf({ advance, performance, interim }: Answers["products"]) {
  return {
    advanceYen: advance?.guaranteeYen ?? null,
    performanceYen: performance?.guaranteeYen ?? null,
    interimYen: interim?.guaranteeYen ?? null,
  };
}

/** What was sent last, for 「送信完了」 at any time. Null when there is none, `sent: false` while it is a draft. */
export async function loadSent(scope: ContractorScope, id: string) {
  const branches = await loadBranches();
  return inScope(scope, async (tx) => {
    const application = await findApplication(tx, id);
    if (!application) return null;
    return presentSent(application, await findSubmission(tx, id), branches);
  });
}

/** An application as sent, with its timeline and its guarantees; missing ones are treated as in loadSent(). */
export async function loadApplication(scope: ContractorScope, id: string) {
  const [branches, obligees] = [await loadBranches(), await loadObligeesOfToday()];
  return inScope(scope, async (tx) => {
    const application = await findApplication(tx, id);
    if (!application) return null;
    const submission = await findSubmission(tx, id);
    const found = presentSent(application, submission, branches);
    if (!submission || !found.sent) return { sent: false as const };
    await markPageRead(tx, scope, { applicationId: id, guaranteeId: null });
    return {
      ...found,
      version: application.version,
      writable: !scope.readOnly,
      conversation: await openConversation(tx, scope, id, presentRemarks(await listSubmissions(tx, id))),
      withdrawable: !scope.readOnly && allows("withdraw", application.status),
      timeline: presentTimeline(await listApplicationEvents(tx, id), {
        branch: found.branch?.name ?? "支店",
        obligees: new Map(obligees.map(({ title, name }) => [title, name])),
      }),
      guarantees: (await listGuaranteesOf(tx, id)).map(presentGuarantee),
      attachments: (await listSentAttachments(tx, id)).map(presentAttachment),
    };
  });
}
