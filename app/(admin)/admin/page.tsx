import { Masters } from "#components/admin/masters.tsx";
import { STARTED_AGAIN, StoppedJobs } from "#components/deliveries/stopped-jobs.tsx";
import { AdminFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { requireAdmin } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { logoutAction } from "#lib/features/accounts/actions.ts";
import { loadFrame } from "#lib/features/accounts/loaders.ts";
import { retryAdminJobAction } from "#lib/features/deliveries/actions.ts";
import { loadStoppedJobs } from "#lib/features/deliveries/loaders.ts";
import { loadMasters } from "#lib/features/obligees/loaders.ts";

export const generateMetadata = titleBehind(requireAdmin, "処理の状況と登録の内容");

type Query = Record<string, string | string[] | undefined>;

/** The administrator's top page: the jobs of no branch that gave up, and the masters, read-only. */
export default async function AdminPage({ searchParams }: { searchParams: Promise<Query> }) {
  const scope = await requireAdmin();
  const { retried } = await searchParams;
  return (
    <AdminFrame {...(await loadFrame())} logout={logoutAction}>
      <Page>
        <PageTitle>処理の状況と登録の内容</PageTitle>
        {retried === "job" && <Banner tone="ok" role="status" title={STARTED_AGAIN} />}
        <StoppedJobs stopped={await loadStoppedJobs(scope)} retry={retryAdminJobAction} />
        <Masters {...(await loadMasters(scope))} />
      </Page>
    </AdminFrame>
  );
}
