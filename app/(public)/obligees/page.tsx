import type { Metadata } from "next";
import { PublicFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { ObligeeList } from "#components/obligees/obligee-list.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { env } from "#lib/core/env.ts";
import { paths } from "#lib/core/paths.ts";
import { loadObligees } from "#lib/features/obligees/loaders.ts";

const title = "電子保証を利用できる発注者";
export const metadata: Metadata = { title };

/** The public list of obligees with their rules; `?q=` searches by name. */
export default async function Obligees({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[] }>;
}) {
  const { q } = await searchParams;
  const query = typeof q === "string" ? q.trim() : "";
  const { guarantor, ...list } = await loadObligees(query);
  return (
    <PublicFrame site={{ company: guarantor.name, demo: env().demo }} login>
      <Page crumbs={[{ label: "保証デスク", href: paths.top() }, { label: title }]}>
        <PageTitle side={<TextLink href={paths.eligibility()}>電子保証を使えるか調べる</TextLink>}>
          {title}
        </PageTitle>
        <ObligeeList {...list} query={query} />
      </Page>
    </PublicFrame>
  );
}
