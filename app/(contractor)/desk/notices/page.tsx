import type { Metadata } from "next";
import { PageTitle } from "#components/layout/page.tsx";
import { NoticeList } from "#components/notices/notice-list.tsx";
import { NoticeTabs } from "#components/notices/notice-tabs.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { placeOf } from "#lib/core/pages.ts";
import { loadNotices } from "#lib/features/notices/loaders.ts";
import { DeskPage } from "../desk-page.tsx";

export const metadata: Metadata = { title: "お知らせ" };

/** All notices of the company. */
export default async function Notices({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const scope = await requireContractor();
  const list = await loadNotices(scope, placeOf(await searchParams));
  return (
    <DeskPage crumbs={[{ label: "お知らせ" }]}>
      <PageTitle>お知らせ</PageTitle>
      <NoticeTabs current="list" />
      <NoticeList {...list} />
    </DeskPage>
  );
}
