import { ListSearch } from "#components/form/list-search.tsx";
import { Blank } from "#components/ui/blank.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { helpPath, paths } from "#lib/core/paths.ts";
import type { HelpHit } from "#lib/features/help/rules.ts";
import type { HelpArticle } from "#lib/features/help/types.ts";

function Hits({ query, hits }: { query: string; hits: readonly HelpHit[] }) {
  if (hits.length === 0)
    return (
      <div className="search-end">
        <Blank
          title={`「${query}」についての説明は見つかりませんでした`}
          heading="h2"
          action={
            <ButtonLink variant="line" href={paths.help()}>
              検索の条件をクリア
            </ButtonLink>
          }
        >
          短い言葉で調べるか、下の一覧から選んでください。お急ぎのときは、申込先の支店にお尋ねください。
        </Blank>
      </div>
    );
  return (
    <section aria-label="検索の結果">
      <div className="result">
        <p>
          「{query}」についての説明は<b>{hits.length}件</b>です。
        </p>
        <TextLink href={paths.help()}>検索をやめて一覧に戻る</TextLink>
      </div>
      <ul className="tasks">
        {hits.map(({ article, section, passage }) => (
          <li key={`${article.slug}-${section.anchor}`}>
            <div>
              <h2 className="size-h3">
                <TextLink href={helpPath(article.slug, section.anchor)}>{section.title}</TextLink>
              </h2>
              <p>
                <Unbroken>{passage}</Unbroken>
              </p>
              <p className="small secondary">{article.title}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const shownOf = 5;
/** A list that hides three items is longer than one that hides none. */
const allUpTo = 8;

/** The topics of an obligee's official, from all pages. */
const forObligees = [
  ["hand-in", "verify", "照会の手順"],
  ["hand-in", "cannot-verify", "照会できないとき"],
  ["how-it-works", "what", "電子保証とは何ですか"],
  ["how-it-works", "safety", "認証キーが知られたら、だれでも見られますか"],
] as const;

function Contents({ articles }: { articles: readonly HelpArticle[] }) {
  return (
    <div className="help-index">
      {articles.map(({ slug, title, lead, sections }) => (
        <section key={slug} className="card" aria-labelledby={`h-${slug}`}>
          <h2 id={`h-${slug}`}>
            <TextLink href={helpPath(slug)}>{title}</TextLink>
          </h2>
          <p>{lead}</p>
          <ul className="bullets">
            {sections.slice(0, sections.length <= allUpTo ? allUpTo : shownOf).map((section) => (
              <li key={section.anchor}>
                <TextLink href={helpPath(slug, section.anchor)}>{section.title}</TextLink>
              </li>
            ))}
          </ul>
          {sections.length > allUpTo && (
            <p>
              <TextLink href={helpPath(slug)}>すべて見る（{sections.length}件）</TextLink>
            </p>
          )}
        </section>
      ))}
      <section className="card" aria-labelledby="h-obligees">
        <h2 id="h-obligees">発注者の方へ</h2>
        <p>保証確認サービスでの確認のしかたです。</p>
        <ul className="bullets">
          {forObligees.map(([slug, anchor, title]) => (
            <li key={anchor}>
              <TextLink href={helpPath(slug, anchor)}>{title}</TextLink>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

type HelpIndexProps = { articles: readonly HelpArticle[]; query: string; hits: readonly HelpHit[] };

/** The help's contents, or the results of a search. */
export function HelpIndex({ articles, query, hits }: HelpIndexProps) {
  return (
    <>
      <ListSearch action={paths.help()} label="ヘルプの検索" text={{ label: "調べたい言葉", value: query }} />
      {query !== "" && <Hits query={query} hits={hits} />}
      {(query === "" || hits.length === 0) && <Contents articles={articles} />}
    </>
  );
}
