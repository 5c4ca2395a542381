import { notFound } from "next/navigation";
import { GuaranteeView } from "#components/guarantees/guarantee-view.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Code } from "#components/ui/text.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { paths } from "#lib/core/paths.ts";
import { loadGuarantee } from "#lib/features/guarantees/loaders.ts";
import { DeskPage } from "../../desk-page.tsx";

export const generateMetadata = titleBehind(requireContractor, "保証契約の詳細");

/** One guarantee with its key; opening the page is recorded. */
export default async function Contract({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireContractor();
  const { id } = await params;
  const guarantee = await loadGuarantee(scope, id);
  if (!guarantee) notFound();
  const list = guarantee.electronic
    ? [
        { label: "保証契約一覧", href: paths.guarantees() },
        { label: "電子保証（認証キー）", href: paths.guarantees({}, true) },
      ]
    : [{ label: "保証契約一覧", href: paths.guarantees() }];
  return (
    <DeskPage crumbs={[...list, { label: "詳細" }]}>
      <PageTitle
        shoulder={
          <>
            {guarantee.product}　<Code>{guarantee.contractNumber}</Code>
          </>
        }
        chip={<Chip tone="ok">発行済</Chip>}
      >
        {guarantee.workName}
      </PageTitle>
      <GuaranteeView guarantee={guarantee} />
    </DeskPage>
  );
}
