import { QueueView } from "#components/examinations/queue.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { UnreadConversations } from "#components/messages/unread-conversations.tsx";
import { requireBranch } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import type { PageQuery } from "#lib/core/pages.ts";
import { loadQueue } from "#lib/features/examinations/loaders.ts";
import { BranchPage } from "./branch-page.tsx";

export const generateMetadata = titleBehind(requireBranch, "申込の一覧");

/** The branch's queue of applications. */
export default async function QueuePage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const scope = await requireBranch();
  const { unreadConversations, ...queue } = await loadQueue(scope, await searchParams);
  return (
    <BranchPage current="queue">
      <PageTitle>申込の一覧</PageTitle>
      <UnreadConversations items={unreadConversations} />
      <QueueView {...queue} />
    </BranchPage>
  );
}
