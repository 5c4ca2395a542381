import "server-only";
import type { BranchScope } from "#lib/auth/scope.ts";
import { formatInstant, todayInTokyo } from "#lib/core/calendar.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { PAGE_SIZE, readPage } from "#lib/core/lists.ts";
import { formatCount, type PageQuery } from "#lib/core/pages.ts";
import { readApplicationQuery } from "#lib/features/applications/present.ts";
import { presentAttachment } from "#lib/features/attachments/present.ts";
import { listSentAttachments } from "#lib/features/attachments/queries.ts";
import { listApplicationEvents } from "#lib/features/audit/queries.ts";
import { presentCaseTimeline } from "#lib/features/audit/timeline.ts";
import { bankDirectory, listConsignedBanks } from "#lib/features/banks/queries.ts";
import { namedBank } from "#lib/features/banks/rules.ts";
import { loadBranches } from "#lib/features/branches/loaders.ts";
import { presentLookups } from "#lib/features/guarantees/present.ts";
import { listVerificationsOf } from "#lib/features/guarantees/queries.ts";
import { listKeyVersions } from "#lib/features/keys/queries.ts";
import { openConversation } from "#lib/features/messages/commands.ts";
import { presentUnread } from "#lib/features/messages/present.ts";
import { listUnread, listUnreadIds } from "#lib/features/messages/queries.ts";
import { loadObligeesOfToday } from "#lib/features/obligees/loaders.ts";
import { presentChoices } from "#lib/features/obligees/present.ts";
import { getObligeeWithRule } from "#lib/features/obligees/queries.ts";
import { FORM_NAMES } from "#lib/features/products/constants.ts";
import { guaranteesOf } from "#lib/features/questions/rules.ts";
import type { Answers, SummarySection } from "#lib/features/questions/types.ts";
import { openOf, presentWaiting } from "#lib/features/reissues/present.ts";
import { listOpenReissues, listReissuesOf } from "#lib/features/reissues/queries.ts";
import { presentRemarks } from "#lib/features/submissions/present.ts";
import { findSubmission, listSubmissions } from "#lib/features/submissions/queries.ts";
import { guaranteeIssue } from "#lib/jobs/definitions/guarantee-issue.ts";
import { listFailedJobs } from "#lib/jobs/failures.ts";
import {
  presentActions,
  presentAnswers,
  presentDecision,
  presentQueueItem,
  presentStatus,
  productName,
  stoppedIssue,
} from "./present.ts";
import { countQueue, findCase, listQueue, listSimilarApplications, queueOrder } from "./queries.ts";
import { checkCase } from "./rules.ts";
import type { CaseGuarantee, CaseModel } from "./types.ts";

/** A list to work through, not to search. */
const unreadShown = 20;

/**
 * A page of the branch's queue, for the query of its URL. A 受付番号 or 保証契約番号, or a part of one, is found in either width,
 * with any hyphen or none, and after its label, as copied from a mail.
 */
export async function loadQueue(scope: BranchScope, query: PageQuery) {
  const asked = readApplicationQuery(query);
  const q = asked.q?.replace(/^\s*(受付|保証契約)番号\s*[:：]?/, "") || undefined;
  const obligees = await loadObligeesOfToday();
  return inScope(scope, async (tx) => {
    const page = await readPage(query, queueOrder, (part) => listQueue(tx, scope, { ...asked, q }, part));
    const unread = await listUnreadIds(
      tx,
      "branch",
      page.rows.map(({ id }) => id),
    );
    return {
      items: page.rows.map((row) => ({ ...presentQueueItem(row), unread: unread.has(row.id) })),
      older: page.older,
      newer: page.newer,
      pageSize: PAGE_SIZE,
      asked,
      total: formatCount(await countQueue(tx, scope, { ...asked, q })),
      obligees: presentChoices(obligees),
      reissues: (await listOpenReissues(tx)).map(presentWaiting),
      unreadConversations: (await listUnread(tx, "branch", unreadShown)).map((row) =>
        presentUnread("branch", row),
      ),
    };
  });
}

/**
 * Everything that the page of a case shows, with the answers in the words of the submission; null when it is not the
 * branch's.
 */
export async function loadCase(
  scope: BranchScope,
  id: string,
): Promise<{ model: CaseModel; summary: SummarySection[] } | null> {
  const [branches, obligees] = [await loadBranches(), await loadObligeesOfToday()];
  return inScope(scope, async (tx) => {
    const application = await findCase(tx, id);
    const submission = application && (await findSubmission(tx, id));
    if (!application || !submission) return null;
    const answers = submission.answers;
    const { obligeeId, workName } = answers.works;
    const branch = branches.find((other) => other.id === scope.partyId);
    const today = obligees.find((other) => other.id === obligeeId);
    const obligee =
      today?.rule.version === submission.ruleVersion
        ? today
        : await getObligeeWithRule(tx, obligeeId, submission.ruleVersion);
    if (!branch || application.receiptNumber === null)
      throw new Error("a sent application has a branch and a number");
    const { approvalLimitYen } = branch;
    const { guaranteedYen } = application;
    const checks = checkCase({
      answers,
      obligee,
      ruleVersionToday: today?.rule.version ?? obligee.rule.version,
      guaranteedYen,
      approvalLimitYen,
      similarApplications: await listSimilarApplications(tx, { id, obligeeTitle: obligee.title }),
      sentOn: todayInTokyo(submission.submittedAt),
      ...(await judgeBanks(tx, answers.products)),
    });
    const guarantees = await describeGuarantees(tx, scope, application.guarantees);
    const model: CaseModel = {
      id,
      conversation: await openConversation(tx, scope, id, presentRemarks(await listSubmissions(tx, id))),
      version: application.version,
      receiptNumber: application.receiptNumber,
      workName,
      companyName: submission.applicant.name,
      obligeeTitle: obligee.title,
      status: presentStatus(application.status),
      amounts: guaranteesOf(answers.products).map(({ product, guaranteeYen }) => ({
        label: productName(product),
        yen: guaranteeYen,
      })),
      guaranteedYen,
      approvalLimitYen,
      examinerName: application.examinerName,
      approverName: application.approverName,
      decision: presentDecision(application.status, application.decisionReason),
      // The job may end between the two reads, so an application that is still issuing with every guarantee issued is
      // also followed.
      issuing:
        application.status === "issuing" &&
        (guarantees.some(({ state }) => state === "issuing") ||
          guarantees.every(({ state }) => state === "issued")),
      checks,
      guarantees,
      attachments: (await listSentAttachments(tx, id)).map(presentAttachment),
      timeline: presentCaseTimeline(
        await listApplicationEvents(tx, id),
        submission.applicant.name,
        new Map(obligees.map(({ title, name }) => [title, name])),
      ),
      actions: guarantees.some(({ state }) => state === "failed")
        ? stoppedIssue
        : presentActions(scope, { ...application, approvalLimitYen, answers }),
    };
    return { model, summary: presentAnswers(submission.summary) };
  });
}

/** Whether the banks of the application are consigned ones. */
async function judgeBanks(tx: Tx<BranchScope>, { advance, interim }: Answers["products"]) {
  const texts = [advance?.bank, interim?.bank].flatMap((text) => text ?? []);
  const consigned = await listConsignedBanks(tx);
  const { index } = bankDirectory();
  const judged = texts.map((text): [string, boolean | null] => {
    const bank = namedBank(index, text);
    return [text, bank && consigned.codes.has(bank.code)];
  });
  return { banks: new Map(judged), demoBanks: consigned.demo };
}

type GuaranteeRow = NonNullable<Awaited<ReturnType<typeof findCase>>>["guarantees"][number];

async function describeGuarantees(
  tx: Tx<BranchScope>,
  scope: BranchScope,
  rows: readonly GuaranteeRow[],
): Promise<CaseGuarantee[]> {
  if (rows.length === 0) return [];
  const issuing = rows.some(({ status }) => status === "issuing");
  const failed = new Set(issuing ? (await listFailedJobs(tx)).map(({ jobKey }) => jobKey) : []);
  const keyed = rows.filter(({ form, status }) => form === "electronic" && status === "issued");
  const ids = keyed.map(({ id }) => id);
  const [keyVersions, visits, reissues] = [
    await listKeyVersions(tx, ids),
    await listVerificationsOf(tx, ids),
    await listReissuesOf(tx, ids),
  ];
  const described: CaseGuarantee[] = [];
  for (const { id, product, form, status, contractNumber, guaranteeYen, issuedAt, certificates } of rows) {
    const gaveUp =
      status === "issuing" && failed.has(guaranteeIssue.key({ guaranteeId: id, branchId: scope.partyId }));
    const keyVersion = keyVersions.get(id) ?? null;
    const lookups = keyVersion === null ? null : presentLookups(visits.get(id) ?? [], keyVersion);
    described.push({
      id,
      certificateVersion: certificates.at(0)?.version ?? null,
      productName: productName(product),
      formName: FORM_NAMES[form],
      contractNumber,
      guaranteeYen,
      issuedAt: issuedAt && formatInstant(issuedAt),
      state: gaveUp ? "failed" : status,
      lookups,
      reissue: lookups && openOf(reissues.get(id) ?? []),
    });
  }
  return described;
}
