import { GuaranteeList } from "#components/guarantees/guarantee-list.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import type { PageQuery } from "#lib/core/pages.ts";
import { loadGuarantees } from "#lib/features/guarantees/loaders.ts";
import { DeskPage } from "../../desk-page.tsx";

export const generateMetadata = titleBehind(requireContractor, "電子保証（認証キー）");

/** The company's electronic guarantees, and whether the obligee has looked them up. */
export default async function ContractKeys({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const scope = await requireContractor();
  const list = await loadGuarantees(scope, true, await searchParams);
  return (
    <DeskPage crumbs={[{ label: "保証契約一覧" }]}>
      <GuaranteeList {...list} keys />
    </DeskPage>
  );
}
