import { Masters } from "#components/admin/masters.tsx";
import { AdminFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { requireAdmin } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { logoutAction } from "#lib/features/accounts/actions.ts";
import { loadFrame } from "#lib/features/accounts/loaders.ts";
import { loadMasters } from "#lib/features/obligees/loaders.ts";

export const generateMetadata = titleBehind(requireAdmin, "発注者と条件");

/** The administrator's top page: the masters, read-only. */
export default async function AdminPage() {
  const scope = await requireAdmin();
  return (
    <AdminFrame {...(await loadFrame())} logout={logoutAction}>
      <Page>
        <PageTitle>登録の内容</PageTitle>
        <Masters {...(await loadMasters(scope))} />
      </Page>
    </AdminFrame>
  );
}
