import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { todayInTokyo } from "#lib/core/calendar.ts";
import { now } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { formatCount } from "#lib/core/pages.ts";
import { presentItem, presentSent } from "#lib/features/applications/present.ts";
import { findApplication, listEditable, listSent } from "#lib/features/applications/queries.ts";
import { allows } from "#lib/features/applications/status.ts";
import { presentAttachment } from "#lib/features/attachments/present.ts";
import { listSentAttachments } from "#lib/features/attachments/queries.ts";
import { listApplicationEvents } from "#lib/features/audit/queries.ts";
import { presentTimeline } from "#lib/features/audit/timeline.ts";
import { presentBranches } from "#lib/features/branches/present.ts";
import { listBranches } from "#lib/features/branches/queries.ts";
import { presentGuarantee } from "#lib/features/guarantees/present.ts";
import { countGuarantees, listGuaranteesOf, listKeyTasks } from "#lib/features/guarantees/queries.ts";
import { openConversation } from "#lib/features/messages/commands.ts";
import { presentUnread } from "#lib/features/messages/present.ts";
import { listUnread } from "#lib/features/messages/queries.ts";
import { markPageRead } from "#lib/features/notices/commands.ts";
import { presentNotice } from "#lib/features/notices/present.ts";
import { countUnreadNotices, listNotices } from "#lib/features/notices/queries.ts";
import { listObligees } from "#lib/features/obligees/queries.ts";
import { presentRemarks } from "#lib/features/submissions/present.ts";
import { findSubmission, listSubmissions } from "#lib/features/submissions/queries.ts";

/** A task list is read, not searched. */
const tasksShown = 20;
const recentShown = 5;
const handedInShown = 5;
const noticesShown = 3;

/** 全体トップ: what the contractor has to do next, what was sent last, whom to call. */
export async function loadDesk(scope: ContractorScope) {
  return inScope(scope, async (tx) => {
    const today = todayInTokyo(now());
    const keys = await listKeyTasks(tx, scope, today, { toHandIn: tasksShown, handedIn: handedInShown });
    return {
      drafts: (await listEditable(tx, scope, "draft", tasksShown)).map(presentItem),
      returned: (await listEditable(tx, scope, "returned", tasksShown)).map(presentItem),
      conversations: (await listUnread(tx, "contractor", tasksShown)).map((row) =>
        presentUnread("contractor", row),
      ),
      notices: (await listNotices(tx, scope.actorId ?? "", { take: noticesShown })).map(presentNotice),
      unreadNotices: await countUnreadNotices(tx, scope.actorId ?? "", 100),
      toHandIn: keys.toHandIn.map((row) => ({ ...presentGuarantee(row), failed: row.keyState === "failed" })),
      handedIn: keys.handedIn.map(presentGuarantee),
      recent: (await listSent(tx, scope, recentShown)).map(presentItem),
      guarantees: formatCount(await countGuarantees(tx, scope, { today })),
      branches: presentBranches(await listBranches(tx)),
    };
  });
}

/** An application as sent, with its life so far and the guarantees made of it; like loadSent() for what is absent. */
export async function loadApplication(scope: ContractorScope, id: string) {
  return inScope(scope, async (tx) => {
    const application = await findApplication(tx, id);
    if (!application) return null;
    const submission = await findSubmission(tx, id);
    const found = presentSent(application, submission, await listBranches(tx));
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
        obligees: new Map((await listObligees(tx)).map(({ title, name }) => [title, name])),
      }),
      guarantees: (await listGuaranteesOf(tx, id)).map(presentGuarantee),
      attachments: (await listSentAttachments(tx, id)).map(presentAttachment),
    };
  });
}
