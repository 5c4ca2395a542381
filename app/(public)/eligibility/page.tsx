import type { Metadata } from "next";
import { PublicFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { EligibilityForm } from "#components/obligees/eligibility-form.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { env } from "#lib/core/env.ts";
import { paths } from "#lib/core/paths.ts";
import { loadEligibility } from "#lib/features/obligees/loaders.ts";
import { ELIGIBILITY_FIELDS } from "#lib/features/questions/steps/eligibility.ts";

const title = "電子保証を使えるか調べる";
export const metadata: Metadata = { title };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Whether 電子保証 may be used for some works, without writing an application. It answers for what the address says. */
export default async function Eligibility({ searchParams }: Props) {
  const asked = await searchParams;
  const fields = Object.fromEntries(
    ELIGIBILITY_FIELDS.flatMap((field) => {
      const value = asked[field];
      return typeof value === "string" ? [[field, value.slice(0, 100)]] : [];
    }),
  );
  const { obligees, guarantor } = await loadEligibility();
  return (
    <PublicFrame site={{ company: guarantor.name, demo: env().demo }} login>
      <Page crumbs={[{ label: "保証デスク", href: paths.top() }, { label: title }]}>
        <PageTitle side={<TextLink href={paths.accepting()}>発注者の一覧</TextLink>}>{title}</PageTitle>
        <p className="secondary">発注者ごとの条件と照らして、お答えします。入力した内容は保存しません。</p>
        <EligibilityForm key={JSON.stringify(fields)} obligees={forBrowser(obligees)} initial={fields} />
        <p className="space-small">
          申し込むときは、<TextLink href={paths.login()}>ログイン</TextLink>
          してください。ご不明な点は、申込先の支店へお電話ください。
          <TextLink href={paths.contact()}>支店の電話番号</TextLink>
        </p>
      </Page>
    </PublicFrame>
  );
}

/** The obligees, reduced to what the form needs. */
function forBrowser(obligees: Awaited<ReturnType<typeof loadEligibility>>["obligees"]) {
  return obligees.map(({ id, name, title: office, rule: { handingIn: _, worksScope: __, ...rule } }) => ({
    id,
    name,
    title: office,
    rule,
  }));
}
