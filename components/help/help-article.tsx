import { HelpBlockView } from "#components/help/help-blocks.tsx";
import { classes } from "#components/ui/classes.ts";
import { Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { helpPath, paths } from "#lib/core/paths.ts";
import type { HelpArticle, HelpSection } from "#lib/features/help/types.ts";

/** The anchor of a group, named after its first question. */
const groupId = (sections: readonly HelpSection[]) => `from-${sections[0]?.anchor}`;

/** Collects consecutive sections into their groups. */
function grouped(sections: readonly HelpSection[]): { group: string; sections: HelpSection[] }[] {
  const groups: { group: string; sections: HelpSection[] }[] = [];
  for (const section of sections) {
    const last = groups.at(-1);
    if (last && last.group === (section.group ?? "")) last.sections.push(section);
    else groups.push({ group: section.group ?? "", sections: [section] });
  }
  return groups;
}

function Contents({ sections }: { sections: readonly HelpSection[] }) {
  return (
    <nav
      className={classes("card help-contents", sections.some(({ group }) => group) && "long")}
      id="contents"
      aria-label="このページの内容"
    >
      <p className="label">このページの内容</p>
      {grouped(sections).map(({ group, sections: members }) => (
        <div key={group}>
          {group && (
            <p className="label">
              <TextLink href={`#${groupId(members)}`}>{group}</TextLink>
            </p>
          )}
          <ul>
            {members.map(({ anchor, title }) => (
              <li key={anchor}>
                <TextLink href={`#${anchor}`}>{title}</TextLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Section({
  section: { anchor, title, reading, blocks },
  heading: Heading = "h2",
}: {
  section: HelpSection;
  heading?: "h2" | "h3";
}) {
  return (
    <section className="help-section" id={anchor} aria-labelledby={`h-${anchor}`}>
      <Heading id={`h-${anchor}`}>
        <Unbroken>{title}</Unbroken>
        {reading && <span className="beside-heading">{reading}</span>}
      </Heading>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of an answer never change their order
        <HelpBlockView key={index} id={`t-${anchor}-${index}`} block={block} />
      ))}
    </section>
  );
}

/** The questions of one group under its name, with a link back to the contents at the end. */
function Group({ group, sections }: { group: string; sections: readonly HelpSection[] }) {
  return (
    <div className="help-group">
      <h2 id={groupId(sections)}>{group}</h2>
      {sections.map((section) => (
        <Section key={section.anchor} section={section} heading="h3" />
      ))}
      <p className="small no-print">
        <TextLink href="#contents">このページの内容に戻る</TextLink>
      </p>
    </div>
  );
}

type HelpArticleProps = { article: HelpArticle; others: readonly HelpArticle[] };

/** One page of the help: its questions beside its contents, and links to further pages. */
export function HelpArticleView({ article, others }: HelpArticleProps) {
  return (
    <>
      <p className="help-lead">{article.lead}</p>
      <div className="help-columns">
        <Contents sections={article.sections} />
        <div className="help-text">
          {grouped(article.sections).map(({ group, sections }) =>
            group ? (
              <Group key={group} group={group} sections={sections} />
            ) : (
              sections.map((section) => <Section key={section.anchor} section={section} />)
            ),
          )}
          <nav className="help-section help-more" aria-label="ヘルプのほかのページ">
            <h2>ほかのページ</h2>
            <ul className="bullets">
              {others.map(({ slug, title }) => (
                <li key={slug}>
                  <TextLink href={helpPath(slug)}>{title}</TextLink>
                </li>
              ))}
              <li>
                <TextLink href={paths.help()}>ヘルプの検索</TextLink>
              </li>
            </ul>
          </nav>
        </div>
      </div>
    </>
  );
}
