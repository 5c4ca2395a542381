import type { Metadata } from "next";
import { OpenPage } from "#app/(public)/open-page.tsx";
import { articles } from "#components/help/articles/articles.ts";
import { HelpIndex } from "#components/help/help-index.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { searchHelp } from "#lib/features/help/rules.ts";

const title = "ヘルプ";
export const metadata: Metadata = { title };

/** The help's contents; `?q=` searches it. */
export default async function Help({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { q } = await searchParams;
  const query = typeof q === "string" ? q.trim().slice(0, 100) : "";
  return (
    <OpenPage crumbs={[{ label: title }]}>
      <PageTitle>{title}</PageTitle>
      <HelpIndex articles={articles} query={query} hits={searchHelp(articles, query)} />
    </OpenPage>
  );
}
