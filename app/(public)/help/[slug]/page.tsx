import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OpenPage } from "#app/(public)/open-page.tsx";
import { articles } from "#components/help/articles/articles.ts";
import { HelpArticleView } from "#components/help/help-article.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { paths } from "#lib/core/paths.ts";

type Props = { params: Promise<{ slug: string }> };

const articleOf = async ({ params }: Props) => {
  const { slug } = await params;
  return articles.find((article) => article.slug === slug);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const article = await articleOf(props);
  return article ? { title: article.title, description: article.lead } : {};
}

/** One page of the help. */
export default async function HelpArticlePage(props: Props) {
  const article = await articleOf(props);
  if (!article) notFound();
  const { title } = article;
  return (
    <OpenPage crumbs={[{ label: "ヘルプ", href: paths.help() }, { label: title }]}>
      <PageTitle>{title}</PageTitle>
      <HelpArticleView article={article} others={articles.filter((other) => other !== article)} />
    </OpenPage>
  );
}
