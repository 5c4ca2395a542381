import type { Metadata } from "next";
import { ResetRequestForm } from "#components/accounts/reset-forms.tsx";
import { PublicFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { loadPublicFrame } from "#lib/features/accounts/loaders.ts";

export const metadata: Metadata = { title: "パスワードの再設定" };

/** 「パスワードをお忘れの方」 */
export default async function Password() {
  return (
    <PublicFrame {...(await loadPublicFrame())}>
      <Page>
        <div className="narrow">
          <PageTitle>パスワードの再設定</PageTitle>
          <p className="errors">
            ログインに使うメールアドレスを入力してください。新しいパスワードを設定するリンクを、メールで送ります。
          </p>
          <ResetRequestForm />
          <p className="space-small">
            <TextLink href={paths.login()}>ログインに戻る</TextLink>
          </p>
        </div>
      </Page>
    </PublicFrame>
  );
}
