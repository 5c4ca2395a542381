import type { Metadata } from "next";
import { LoginForm } from "#components/accounts/login-form.tsx";
import { PublicFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { loadSignIn } from "#lib/features/accounts/loaders.ts";

export const metadata: Metadata = { title: "ログイン" };

/** Sign-in for every role; whoever is signed in already is sent on. */
export default async function Login({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const wanted = typeof next === "string" ? next : undefined;
  const { site } = await loadSignIn(wanted);
  return (
    <PublicFrame site={site}>
      <Page>
        <div className="narrow">
          <PageTitle>ログイン</PageTitle>
          <LoginForm next={wanted} />
          <p className="small sub block-s">ログインすると、受注者・発注者・支店それぞれの画面が開きます。</p>
        </div>
      </Page>
    </PublicFrame>
  );
}
