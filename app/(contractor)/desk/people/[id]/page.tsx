import { notFound } from "next/navigation";
import { PageTitle } from "#components/layout/page.tsx";
import { PersonView } from "#components/people/person-view.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { requireManager } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { paths } from "#lib/core/paths.ts";
import { loadPerson } from "#lib/features/people/loaders.ts";
import { DeskPage } from "../../desk-page.tsx";

export const generateMetadata = titleBehind(requireManager, "利用者の変更");

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

/** One of the company's people. */
export default async function Person({ params, searchParams }: Props) {
  const scope = await requireManager();
  const person = await loadPerson(scope, (await params).id);
  if (!person) notFound();
  const { done } = await searchParams;
  return (
    <DeskPage crumbs={[{ label: "利用者の管理", href: paths.people() }, { label: "利用者の変更" }]}>
      <PageTitle chip={person.disabled ? <Chip>停止中</Chip> : <Chip tone="ok">利用中</Chip>}>
        {person.name}
      </PageTitle>
      {done === "changed" && <Notice tone="ok" role="status" className="errors" title="変更しました。" />}
      <PersonView person={person} />
    </DeskPage>
  );
}
