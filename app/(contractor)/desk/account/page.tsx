import { AccountView } from "#components/accounts/account-view.tsx";
import { ReadOnly } from "#components/form/read-only.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { loadAccount } from "#lib/features/accounts/loaders.ts";
import { ROLE_LABELS } from "#lib/features/people/constants.ts";
import { DeskPage } from "../desk-page.tsx";

export const generateMetadata = titleBehind(requireContractor, "アカウント");

const news: Readonly<Record<string, string>> = {
  ended: "サインアウトさせました。",
  password: "パスワードを変更しました。ほかの端末は、すべてサインアウトしています。",
};

/** The account page of a contractor's person. */
export default async function Account({
  searchParams,
}: {
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  await requireContractor();
  const { done } = await searchParams;
  const title = typeof done === "string" ? news[done] : undefined;
  const { companyRole, ...account } = await loadAccount();
  return (
    <DeskPage crumbs={[{ label: "アカウント" }]}>
      <PageTitle>アカウント</PageTitle>
      {title && <Banner tone="ok" role="status" className="errors" title={title} />}
      <ReadOnly value={false}>
        <AccountView {...account} roleName={ROLE_LABELS[companyRole]} />
      </ReadOnly>
    </DeskPage>
  );
}
