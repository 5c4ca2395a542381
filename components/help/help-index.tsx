import { ListSearch } from "#components/form/list-search.tsx";
import { Blank } from "#components/ui/blank.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { helpPath, paths } from "#lib/core/paths.ts";
import type { HelpHit } from "#lib/features/help/rules.ts";
import type { HelpArticle } from "#lib/features/help/types.ts";

function Hits({ query, hits }: { query: string; hits: readonly HelpHit[] }) {
  if (hits.length === 0)
    return (
      <div className="block-s">
        <Blank title={`「${query}」についての説明は見つかりませんでした`} heading="h2">
          短い言葉で調べるか、下の一覧から選んでください。お急ぎのときは、申込先の支店にお尋ねください。
        </Blank>
      </div>
    );
  return (
    <section aria-label="検索の結果">
      <p className="sub block-s">
        「{query}」についての説明は{hits.length}件です。
      </p>
      <ul className="tasks block-s">
        {hits.map(({ article, section, passage }) => (
          <li key={`${article.slug}-${section.anchor}`}>
            <div>
              <h2 className="h3">
                <TextLink href={helpPath(article.slug, section.anchor)}>{section.title}</TextLink>
              </h2>
              <p>{passage}</p>
              <p className="small sub">{article.title}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const shownOf = 5;

function Contents({ articles }: { articles: readonly HelpArticle[] }) {
  return (
    <div className="helpindex">
      {articles.map(({ slug, title, lead, sections }) => (
        <section key={slug} className="card" aria-labelledby={`h-${slug}`}>
          <h2 id={`h-${slug}`}>
            <TextLink href={helpPath(slug)}>{title}</TextLink>
          </h2>
          <p>{lead}</p>
          <ul className="bullets">
            {sections.slice(0, shownOf).map((section) => (
              <li key={section.anchor}>
                <TextLink href={helpPath(slug, section.anchor)}>{section.title}</TextLink>
              </li>
            ))}
          </ul>
          {sections.length > shownOf && <p className="sub small">ほか{sections.length - shownOf}件</p>}
        </section>
      ))}
    </div>
  );
}

type HelpIndexProps = { articles: readonly HelpArticle[]; query: string; hits: readonly HelpHit[] };

/** The help's contents, and what was found when something was looked for. */
export function HelpIndex({ articles, query, hits }: HelpIndexProps) {
  return (
    <>
      <ListSearch action={paths.help()} label="ヘルプの検索" text={{ label: "調べたい言葉", value: query }} />
      {query !== "" && <Hits query={query} hits={hits} />}
      {(query === "" || hits.length === 0) && <Contents articles={articles} />}
    </>
  );
}
