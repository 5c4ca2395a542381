import type { Metadata } from "next";
import { PublicFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";

export const metadata: Metadata = { title: "ページが見つかりません" };

/** Shown for every address that does not exist, and for every record that the visitor may not see. */
export default function NotFound() {
  return (
    <PublicFrame>
      <Page>
        <PageTitle>ページが見つかりません</PageTitle>
        <div className="stack">
          <p>アドレスが間違っているか、表示する権限のないページです。</p>
          <ul className="bullets">
            <li>
              アドレスを入力した場合は、文字の<span className="nowrap">間違い</span>がないか確認してください。
            </li>
            <li>ほかの会社や団体の記録は表示できません。ログインし直すと表示できることがあります。</li>
            <li>
              お急ぎの場合は、取扱いの支店へお電話ください。
              <TextLink href={paths.contact()}>支店の電話番号</TextLink>
            </li>
          </ul>
          <div className="actions">
            <ButtonLink href={paths.top()} variant="line">
              保証デスクの最初のページへ
            </ButtonLink>
          </div>
        </div>
      </Page>
    </PublicFrame>
  );
}
