import type { Metadata } from "next";
import { ResetForm } from "#components/accounts/reset-forms.tsx";
import { PublicFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { loadPublicFrame, loadReset } from "#lib/features/accounts/loaders.ts";

export const metadata: Metadata = { title: "新しいパスワードの設定", robots: { index: false } };

/** The page behind the link of a reset. Opening it changes nothing, and every invalid link gets the same answer. */
export default async function PasswordReset() {
  const reset = await loadReset();
  return (
    <PublicFrame {...(await loadPublicFrame())}>
      <Page>
        <div className="narrow">
          <PageTitle>新しいパスワードの設定</PageTitle>
          {reset ? (
            <>
              <p className="errors">
                {reset.email}{" "}
                の新しいパスワードを入力してください。設定すると、すべての端末がサインアウトします。
              </p>
              <ResetForm email={reset.email} />
            </>
          ) : (
            <Banner tone="warn" title="このリンクは使えません" heading="h2">
              <p>
                期限が切れたか、すでに使われています。
                <TextLink plain href={paths.password()}>
                  パスワードの再設定
                </TextLink>
                をやり直してください。
              </p>
            </Banner>
          )}
        </div>
      </Page>
    </PublicFrame>
  );
}
