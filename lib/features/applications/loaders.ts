import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { listApplicationEvents } from "#lib/features/audit/queries.ts";
import {
  countContracts,
  listContracts,
  listGuaranteesOf,
  listVerifiedIds,
} from "#lib/features/guarantees/queries.ts";
import { listBranches } from "#lib/features/obligees/queries.ts";
import { checkAnswers, fingerprintOf } from "./commands.ts";
import { type StepSlug, stepOf } from "./constants.ts";
import { fromStored } from "./present.ts";
import {
  findDraft,
  findSubmission,
  getContext,
  listApplications,
  listEditable,
  listSent,
} from "./queries.ts";
import { isEditable } from "./status.ts";
import { summarizeApplication } from "./steps/form.ts";
import type { BranchChoice, Context, FieldError, RawDraft } from "./types.ts";

/** Rows on one page of the list. */
export const PAGE_SIZE = 20;
/** A task list is read, not searched. */
const tasksShown = 20;
const recentShown = 5;

type Branches = Awaited<ReturnType<typeof listBranches>>;

/** What the contractor may know of the branches. */
const choicesOf = (branches: Branches): BranchChoice[] =>
  branches.map(({ id, name, tel, hours }) => ({ id, name, tel, hours }));

/** The context without what the browser has no use for (limits of the branches, sources of the rules). */
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
        demoPercentages: rule.demoPercentages,
      },
    })),
    branches: branches.map(({ id, name, tel, hours }) => ({ id, name, tel, hours })),
  };
}

/** 全体トップ: what the contractor has to do next, what was sent last, whom to call. */
export async function loadDesk(scope: ContractorScope) {
  return inScope(scope, async (tx) => {
    const drafts = await listEditable(tx, "draft", tasksShown);
    const returned = await listEditable(tx, "returned", tasksShown);
    const issued = await listContracts(tx, { take: tasksShown, electronicOnly: true });
    const verified = await listVerifiedIds(
      tx,
      issued.map(({ id }) => id),
    );
    return {
      drafts,
      returned,
      unverified: issued.filter(({ id }) => !verified.has(id)),
      recent: await listSent(tx, recentShown),
      contracts: await countContracts(tx),
      branches: choicesOf(await listBranches(tx)),
    };
  });
}

/** One page of the company's drafts and applications, newest first; `next` is the id to go on before. */
export async function loadApplications(scope: ContractorScope, before: string | undefined) {
  return inScope(scope, async (tx) => {
    const rows = await listApplications(tx, { take: PAGE_SIZE + 1, before });
    const shown = rows.slice(0, PAGE_SIZE);
    return { rows: shown, next: rows.length > PAGE_SIZE ? shown.at(-1)?.id : undefined };
  });
}

/** A draft for the form; with `check`, its mistakes as the server finds them. Null when there is none, `sent` when it may not be edited. */
export async function loadEditor(scope: ContractorScope, id: string, check: boolean) {
  return inScope(scope, async (tx) => {
    const application = await findDraft(tx, id);
    if (!application) return null;
    if (!isEditable(application.status)) return { sent: true as const };
    const checked = check ? await checkAnswers(tx, application.draft) : null;
    const errors: FieldError[] = checked && !checked.ok ? checked.errors : [];
    return {
      sent: false as const,
      draft: application.draft as RawDraft,
      savedAt: application.savedAt,
      returnedFor: application.status === "returned" ? application.decisionReason : null,
      receiptNumber: application.receiptNumber,
      context: forBrowser(await getContext(tx)),
      errors,
    };
  });
}

/** What the confirm page shows; `mistakes` names the tab to go back to, `sent` that nothing is left to confirm. */
export async function loadConfirmation(scope: ContractorScope, id: string) {
  return inScope(scope, async (tx) => {
    const application = await findDraft(tx, id);
    if (!application) return null;
    if (!isEditable(application.status)) return { state: "sent" as const };
    const checked = await checkAnswers(tx, application.draft);
    if (!checked.ok) return { state: "mistakes" as const, step: firstStep(checked.errors) };
    const { answers, context } = checked;
    return {
      state: "ready" as const,
      version: application.version,
      fingerprint: fingerprintOf(answers, context),
      sections: summarizeApplication(answers, context),
      amounts: amountsOf(answers.products),
      branch: forBrowser(context).branches.find(({ id }) => id === answers.others.branchId),
    };
  });
}

/** The tab of the first mistake. */
export function firstStep(errors: readonly FieldError[]): StepSlug {
  const [first] = errors;
  return first ? stepOf(first.field) : "works";
}

function amountsOf({ advance, performance }: ReturnType<typeof fromStored>["products"]) {
  return { advanceYen: advance?.guaranteeYen ?? null, performanceYen: performance?.guaranteeYen ?? null };
}

async function findSent(tx: Tx<ContractorScope>, id: string) {
  const application = await findDraft(tx, id);
  if (!application) return null;
  const submission = await findSubmission(tx, id);
  if (!submission || application.receiptNumber === null) return { sent: false as const };
  const branches = choicesOf(await listBranches(tx));
  const answers = fromStored(submission.answers);
  return {
    sent: true as const,
    application: { ...application, receiptNumber: application.receiptNumber },
    submittedAt: submission.submittedAt,
    sections: submission.summary,
    noticeEmail: answers.others.notice === "yes" ? answers.others.noticeEmail : null,
    branch: branches.find((one) => one.id === application.branchId),
  };
}

/** What was sent last: for 「送信完了」, any time later too. Null when there is none, `sent: false` while it is a draft. */
export async function loadSent(scope: ContractorScope, id: string) {
  return inScope(scope, (tx) => findSent(tx, id));
}

/** The application as sent, with its life so far and the guarantees made of it. */
export async function loadApplication(scope: ContractorScope, id: string) {
  return inScope(scope, async (tx) => {
    const found = await findSent(tx, id);
    if (!found?.sent) return found;
    return {
      ...found,
      events: await listApplicationEvents(tx, id),
      guarantees: await listGuaranteesOf(tx, id),
    };
  });
}
