import { notFound } from "next/navigation";
import { PageTitle } from "#components/layout/page.tsx";
import { PersonView } from "#components/people/person-view.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { requireManager } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { paths } from "#lib/core/paths.ts";
import { loadPerson } from "#lib/features/people/loaders.ts";
import { DeskPage } from "../../desk-page.tsx";

export const generateMetadata = titleBehind(requireManager, "利用者の変更");

const news: Readonly<Record<string, string>> = {
  role: "権限を変更しました。",
  disabled: "利用を停止しました。",
  enabled: "利用を再開しました。",
};

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

/** One of the company's people. */
export default async function Person({ params, searchParams }: Props) {
  const scope = await requireManager();
  const person = await loadPerson(scope, (await params).id);
  if (!person) notFound();
  const { done } = await searchParams;
  const title = typeof done === "string" ? news[done] : undefined;
  return (
    <DeskPage crumbs={[{ label: "利用者の管理", href: paths.people() }, { label: "利用者の変更" }]}>
      <PageTitle chip={person.disabled ? <Chip>停止中</Chip> : <Chip tone="ok">利用中</Chip>}>
        {person.name}
      </PageTitle>
      {title && <Banner tone="ok" role="status" className="errors" title={title} />}
      <PersonView person={person} />
    </DeskPage>
  );
}
