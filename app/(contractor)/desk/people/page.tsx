import { PageTitle } from "#components/layout/page.tsx";
import { PeopleView } from "#components/people/people-view.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { requireManager } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { loadPeople } from "#lib/features/people/loaders.ts";
import { DeskPage } from "../desk-page.tsx";

export const generateMetadata = titleBehind(requireManager, "利用者の管理");

const news: Readonly<Record<string, string>> = {
  invited: "招待メールを送ります。届くまで、数分かかることがあります。",
  resent: "招待メールをもう一度送ります。前のメールのリンクは、使えなくなりました。",
  cancelled: "招待を取り消しました。",
};

/** The company's people, for those who manage them. */
export default async function People({
  searchParams,
}: {
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const scope = await requireManager();
  const { done } = await searchParams;
  const title = typeof done === "string" ? news[done] : undefined;
  return (
    <DeskPage crumbs={[{ label: "利用者の管理" }]}>
      <PageTitle>利用者の管理</PageTitle>
      {title && <Banner tone="ok" role="status" className="errors" title={title} />}
      <PeopleView {...(await loadPeople(scope))} />
    </DeskPage>
  );
}
