import { GuaranteeList } from "#components/guarantees/guarantee-list.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import type { PageQuery } from "#lib/core/pages.ts";
import { loadGuarantees } from "#lib/features/guarantees/loaders.ts";
import { DeskPage } from "../desk-page.tsx";

export const generateMetadata = titleBehind(requireContractor, "保証契約一覧");

/** The company's issued guarantees. */
export default async function Contracts({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const scope = await requireContractor();
  const list = await loadGuarantees(scope, false, await searchParams);
  return (
    <DeskPage crumbs={[{ label: "保証契約一覧" }]}>
      <GuaranteeList {...list} keys={false} />
    </DeskPage>
  );
}
