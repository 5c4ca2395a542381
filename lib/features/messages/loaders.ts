import "server-only";
import type { BranchScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { presentUnread } from "./present.ts";
import { listUnread } from "./queries.ts";
import type { UnreadTalk } from "./types.ts";

/** A list to work through, not to search. */
const shown = 20;

/** The branch's talks with something that nobody of the branch has read, newest first. */
export async function loadUnreadTalks(scope: BranchScope): Promise<UnreadTalk[]> {
  const rows = await inScope(scope, (tx) => listUnread(tx, "branch", shown));
  return rows.map((row) => presentUnread("branch", row));
}
