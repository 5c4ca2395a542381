import { ApplicationList } from "#components/applications/application-list.tsx";
import { NewApplication } from "#components/applications/new-application.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { placeOf } from "#lib/core/pages.ts";
import { loadApplications } from "#lib/features/applications/loaders.ts";
import { DeskPage } from "../desk-page.tsx";

export const generateMetadata = titleBehind(requireContractor, "保証申込");

/** The company's drafts and applications. */
export default async function Applications({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const scope = await requireContractor();
  const list = await loadApplications(scope, placeOf(await searchParams));
  return (
    <DeskPage crumbs={[{ label: "保証申込" }]}>
      <PageTitle>保証申込</PageTitle>
      <NewApplication />
      <ApplicationList {...list} />
    </DeskPage>
  );
}
