import { HelpFigure } from "#components/help/help-figures.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Table } from "#components/ui/table.tsx";
import { Note } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { HELP_PICTURES, type PictureName } from "#lib/features/help/constants.ts";
import { plainText } from "#lib/features/help/rules.ts";
import type { HelpBlock, HelpStep, Inline } from "#lib/features/help/types.ts";

/** Text with its links. */
function Words({ text }: { text: Inline }) {
  if (typeof text === "string") return text;
  return text.map((part) =>
    typeof part === "string" ? (
      part
    ) : (
      <TextLink key={part.href} href={part.href}>
        {part.words}
      </TextLink>
    ),
  );
}

/** A screen as it looks; its size is known before it has loaded. */
function Picture({ name }: { name: PictureName }) {
  const { alt, width, height } = HELP_PICTURES[name];
  return (
    // biome-ignore lint/performance/noImgElement: a file of its final size; next/image would only add script
    <img
      className="helppic"
      src={`/help/${name}.png`}
      alt={alt}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
    />
  );
}

function Steps({ items }: { items: readonly HelpStep[] }) {
  return (
    <ol className="how-steps help-steps">
      {items.map(({ title, text, picture }) => (
        <li key={title}>
          <b>{title}</b>
          <div>
            <p>
              <Words text={text} />
            </p>
            {picture && <Picture name={picture} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function FactsTable({ id, label, head, rows }: Extract<HelpBlock, { kind: "table" }> & { id: string }) {
  return (
    <Table
      id={id}
      label={label}
      rows={rows}
      rowKey={(row) => String(rows.indexOf(row))}
      columns={head.map((name, at) => ({
        label: name,
        header: at === 0,
        cell: (row: readonly string[]) => (at === 0 ? <b>{row[0]}</b> : row[at]),
      }))}
    />
  );
}

/** One block of an answer; `id` is unique on the page. */
export function HelpBlockView({ id, block }: { id: string; block: HelpBlock }) {
  switch (block.kind) {
    case "text":
      return (
        <p>
          <Words text={block.text} />
        </p>
      );
    case "note":
      return (
        <Note>
          <Words text={block.text} />
        </Note>
      );
    case "caution":
      return (
        <Notice tone="warn" title={block.title}>
          <p>
            <Words text={block.text} />
          </p>
        </Notice>
      );
    case "list":
      return (
        <ul className="bullets">
          {block.items.map((item) => (
            <li key={plainText(item)}>
              <Words text={item} />
            </li>
          ))}
        </ul>
      );
    case "steps":
      return <Steps items={block.items} />;
    case "table":
      return <FactsTable {...block} id={id} />;
    case "figure":
      return <HelpFigure name={block.name} />;
  }
}
