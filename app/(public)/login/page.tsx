import type { Metadata } from "next";
import { LoginForm } from "#components/accounts/login-form.tsx";
import { PublicFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { loadSignIn } from "#lib/features/accounts/loaders.ts";

export const metadata: Metadata = { title: "ログイン" };

const news: Readonly<Record<string, string>> = {
  registered: "登録が完了しました。ログインしてください。",
  password: "新しいパスワードを設定しました。ログインしてください。",
};

/** Sign-in for every role; people who are signed in already are redirected. */
export default async function Login({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; done?: string | string[] }>;
}) {
  const { next, done } = await searchParams;
  const title = typeof done === "string" ? news[done] : undefined;
  const nextPath = typeof next === "string" ? next : undefined;
  const { site, returning } = await loadSignIn(nextPath);
  return (
    <PublicFrame site={site}>
      <Page>
        <div className="narrow">
          <PageTitle>ログイン</PageTitle>
          {title && <Banner tone="ok" role="status" className="errors" title={title} />}
          {returning && (
            <Banner className="errors" title="ログアウトしています。ログインすると、元の画面に戻ります。" />
          )}
          <LoginForm next={nextPath} />
          <p className="space-small">
            <TextLink href={paths.password()}>パスワードをお忘れの方</TextLink>
          </p>
          <p className="small secondary space-small">
            ログインすると、受注者・発注者・支店それぞれの画面が開きます。
          </p>
        </div>
      </Page>
    </PublicFrame>
  );
}
