import { ApplicationList } from "#components/applications/application-list.tsx";
import { DeletedDraft, DuplicateApplication } from "#components/drafts/draft-actions.tsx";
import { NewApplication } from "#components/drafts/new-application.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import type { PageQuery } from "#lib/core/pages.ts";
import { paths } from "#lib/core/paths.ts";
import { loadApplications } from "#lib/features/applications/loaders.ts";
import { readDraftTasks } from "#lib/features/drafts/loaders.ts";
import { DeskPage } from "../desk-page.tsx";

export const generateMetadata = titleBehind(requireContractor, "保証申込");

/** The company's drafts and applications. */
export default async function Applications({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const scope = await requireContractor();
  const query = await searchParams;
  const { beside, ...list } = await loadApplications(scope, query, (tx, rows, obligees) =>
    readDraftTasks(tx, rows, query.deleted, obligees),
  );
  const { deleted, canDuplicate, ...drafts } = beside;
  return (
    <DeskPage crumbs={[{ label: "保証申込" }]}>
      <PageTitle
        side={
          list.rows.length > 0 && (
            <TextLink plain href={paths.applicationsCsv(list.asked)}>
              CSVを保存
            </TextLink>
          )
        }
      >
        保証申込
      </PageTitle>
      {deleted && <DeletedDraft key={deleted.id} {...deleted} />}
      <div className="actions start">
        <NewApplication />
        {canDuplicate && <DuplicateApplication />}
      </div>
      <ApplicationList {...list} {...drafts} readOnly={scope.readOnly} />
    </DeskPage>
  );
}
