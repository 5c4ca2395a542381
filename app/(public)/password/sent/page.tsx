import type { Metadata } from "next";
import { PublicFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { loadPublicFrame } from "#lib/features/accounts/loaders.ts";

export const metadata: Metadata = { title: "メールを確認してください" };

/** The same answer for everybody who asked for a new password. */
export default async function PasswordAsked() {
  return (
    <PublicFrame {...(await loadPublicFrame())}>
      <Page>
        <div className="narrow stack">
          <PageTitle>メールを確認してください</PageTitle>
          <p>
            入力されたメールアドレスが登録されている場合は、パスワードを設定するリンクをメールで送ります。リンクの期限は1時間です。
          </p>
          <p>
            数分たっても届かないときは、迷惑メールのフォルダーと、入力したメールアドレスをご確認ください。それでも届かないときは、会社の管理者または取扱いの支店へ
            <span className="nowrap">お問い合わせ</span>ください。
          </p>
          <p>
            <TextLink href={paths.password()}>メールをもう一度送る</TextLink>
          </p>
          <p>
            <TextLink href={paths.login()}>ログインに戻る</TextLink>
          </p>
        </div>
      </Page>
    </PublicFrame>
  );
}
