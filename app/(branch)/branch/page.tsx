import { QueueView } from "#components/examinations/queue.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { requireBranch } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { loadQueue } from "#lib/features/examinations/loaders.ts";
import { BranchPage } from "./branch-page.tsx";

export const generateMetadata = titleBehind(requireBranch, "申込の一覧");

type Query = Record<string, string | string[] | undefined>;

/** The branch's queue of applications. */
export default async function QueuePage({ searchParams }: { searchParams: Promise<Query> }) {
  const scope = await requireBranch();
  const query = await searchParams;
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : undefined);
  const queue = await loadQueue(scope, { q: one("q"), before: one("before"), after: one("after") });
  return (
    <BranchPage current="queue">
      <PageTitle>申込の一覧</PageTitle>
      <QueueView {...queue} />
    </BranchPage>
  );
}
