import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { cutPage, type PagePlace } from "#lib/core/pages.ts";
import { markNoticesRead } from "./commands.ts";
import { presentNotice, presentSettings } from "./present.ts";
import { countUnreadNotices, listNoticeSettings, listNotices } from "./queries.ts";

/** Rows per page of the list. */
const pageSize = 20;
/** More are not counted, but shown as 「99件以上」. */
const counted = 100;

/**
 * One page of the company's notices, newest first. Those that this person had not seen are marked, and count as seen
 * from then on.
 */
export async function loadNotices(scope: ContractorScope, place: PagePlace) {
  const userId = scope.actorId ?? "";
  return inScope(scope, async (tx) => {
    const unread = await countUnreadNotices(tx, userId, counted);
    const listed = await listNotices(tx, userId, {
      take: pageSize + 1,
      before: place.before?.id,
      after: place.after?.id,
    });
    const page = cutPage(listed, pageSize, place);
    const seen = page.rows.filter((row) => row.unread).map(({ id }) => id);
    await markNoticesRead(tx, scope, seen);
    return { ...page, rows: page.rows.map(presentNotice), unread, pageSize };
  });
}

/** Which kinds of notices this person wants by mail. */
export async function loadNoticeSettings(scope: ContractorScope) {
  const userId = scope.actorId ?? "";
  return inScope(scope, async (tx) => presentSettings(await listNoticeSettings(tx, userId)));
}
