import type { Metadata } from "next";
import { ReadOnly } from "#components/form/read-only.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { NoticeSettings } from "#components/notices/notice-settings.tsx";
import { NoticeTabs } from "#components/notices/notice-tabs.tsx";
import { currentUser, requireContractor } from "#lib/auth/gates.ts";
import { paths } from "#lib/core/paths.ts";
import { loadNoticeSettings } from "#lib/features/notices/loaders.ts";
import { DeskPage } from "../../desk-page.tsx";

export const metadata: Metadata = { title: "お知らせメールの設定" };

/** Which notices this person wants by mail. */
export default async function Settings() {
  const scope = await requireContractor();
  const choices = await loadNoticeSettings(scope);
  const user = await currentUser();
  return (
    <DeskPage crumbs={[{ label: "お知らせ", href: paths.notices() }, { label: "メールの設定" }]}>
      <PageTitle>お知らせ</PageTitle>
      <NoticeTabs current="settings" />
      <ReadOnly value={false}>
        <NoticeSettings choices={choices} email={user?.email ?? ""} />
      </ReadOnly>
    </DeskPage>
  );
}
