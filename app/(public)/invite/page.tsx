import type { Metadata } from "next";
import { PublicFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { AcceptForm } from "#components/people/accept-form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Rows } from "#components/ui/rows.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { loadPublicFrame } from "#lib/features/accounts/loaders.ts";
import { loadInvitation } from "#lib/features/people/loaders.ts";

export const metadata: Metadata = { title: "利用者の登録", robots: { index: false } };

/**
 * The page behind the link of an invitation. Opening it changes nothing, and every invalid link gets the same answer.
 */
export default async function Invited() {
  const invitation = await loadInvitation();
  return (
    <PublicFrame {...(await loadPublicFrame())}>
      <Page>
        <div className="narrow">
          <PageTitle>利用者の登録</PageTitle>
          {invitation ? (
            <>
              <p>
                {invitation.companyName}の{invitation.invitedBy}
                さんから、保証デスクへの招待が届いています。お名前とパスワードを入力して、登録してください。
              </p>
              <div className="space-small errors">
                <Rows
                  tight
                  items={[
                    {
                      label: "メールアドレス",
                      value: invitation.email,
                    },
                    { label: "権限", value: invitation.roleName },
                  ]}
                />
              </div>
              <AcceptForm email={invitation.email} />
            </>
          ) : (
            <Banner tone="warn" title="この招待は使えません" heading="h2">
              <p>
                期限が切れたか、取り消されたか、すでに登録が済んでいます。招待した方に、もう一度送るよう依頼してください。
              </p>
              <p className="space-small">
                登録が済んでいる方は、<TextLink href={paths.login()}>ログイン</TextLink>してください。
              </p>
              <p>
                お困りのときは、支店へお電話ください。
                <TextLink href={paths.contact()}>支店の電話番号</TextLink>
              </p>
            </Banner>
          )}
        </div>
      </Page>
    </PublicFrame>
  );
}
