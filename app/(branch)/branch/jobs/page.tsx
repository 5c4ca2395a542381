import { DeliveriesView } from "#components/deliveries/deliveries-view.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { requireBranch } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { loadDeliveries } from "#lib/features/deliveries/loaders.ts";
import { BranchPage } from "../branch-page.tsx";

export const generateMetadata = titleBehind(requireBranch, "発行の状況");

type Query = Record<string, string | string[] | undefined>;

/** Unfinished work: jobs that gave up, and mails of the branch. */
export default async function JobsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const scope = await requireBranch();
  const { retried } = await searchParams;
  return (
    <BranchPage current="jobs">
      <PageTitle>発行の状況</PageTitle>
      <DeliveriesView
        {...(await loadDeliveries(scope))}
        retried={retried === "job" || retried === "mail" ? retried : undefined}
      />
    </BranchPage>
  );
}
