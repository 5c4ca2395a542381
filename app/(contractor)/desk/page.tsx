import { DeskView } from "#components/desk/desk-view.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { loadDesk } from "#lib/features/desk/loaders.ts";
import { DeskPage } from "./desk-page.tsx";

export const generateMetadata = titleBehind(requireContractor, "全体トップ");

/** The contractor's top page: entry cards, the next tasks, the latest applications. */
export default async function Desk() {
  const scope = await requireContractor();
  const desk = await loadDesk(scope);
  return (
    <DeskPage>
      <PageTitle>全体トップ</PageTitle>
      <DeskView {...desk} companyRole={scope.companyRole} />
    </DeskPage>
  );
}
