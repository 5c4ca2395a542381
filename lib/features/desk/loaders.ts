import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { today } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { formatCount } from "#lib/core/pages.ts";
import { presentItem } from "#lib/features/applications/present.ts";
import { listEditable, listSent } from "#lib/features/applications/queries.ts";
import { loadBranches } from "#lib/features/branches/loaders.ts";
import { presentBranches } from "#lib/features/branches/present.ts";
import { presentGuarantee } from "#lib/features/guarantees/present.ts";
import { countGuarantees, listKeyTasks } from "#lib/features/guarantees/queries.ts";
import { presentUnread } from "#lib/features/messages/present.ts";
import { listUnread } from "#lib/features/messages/queries.ts";
import { presentNotice } from "#lib/features/notices/present.ts";
import { countUnreadNotices, listNotices } from "#lib/features/notices/queries.ts";

/** A list of tasks is read, not searched. */
const tasksShown = 20;
const recentShown = 5;
const handedInShown = 5;
const noticesShown = 3;

/** 全体トップ: the contractor's next tasks, the latest applications, and whom to call. */
export async function loadDesk(scope: ContractorScope) {
  const branches = await loadBranches();
  return inScope(scope, async (tx) => {
    const keys = await listKeyTasks(tx, scope, today(), { toHandIn: tasksShown, handedIn: handedInShown });
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
      guarantees: formatCount(await countGuarantees(tx, scope, { today: today() })),
      branches: presentBranches(branches),
    };
  });
}
