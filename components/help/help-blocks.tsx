import { HelpFigure } from "#components/help/help-figures.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Table } from "#components/ui/table.tsx";
import { Note, Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { HELP_PICTURES, type PictureName } from "#lib/features/help/constants.ts";
import { plainText } from "#lib/features/help/rules.ts";
import type { HelpBlock, HelpStep, Inline } from "#lib/features/help/types.ts";

/** Text with its links. */
function Words({ text }: { text: Inline }) {
  if (typeof text === "string") return <Unbroken>{text}</Unbroken>;
  return text.map((part) =>
    typeof part === "string" ? (
      <Unbroken key={part}>{part}</Unbroken>
    ) : (
      <TextLink key={part.href} href={part.href} className={part.words.length <= 12 ? "nowrap" : undefined}>
        {part.words}
      </TextLink>
    ),
  );
}

/** A picture of a screen, enlarged when pressed; its size is known before it has loaded. */
function Picture({ name }: { name: PictureName }) {
  const { alt, width, height } = HELP_PICTURES[name];
  const file = `/help/${name}.png`;
  return (
    <figure className="help-picture">
      <TextLink plain href={file}>
        {/* biome-ignore lint/performance/noImgElement: a file of its final size; next/image would only add script */}
        <img src={file} alt={alt} width={width} height={height} decoding="async" />
        <span>画面を大きく表示</span>
      </TextLink>
    </figure>
  );
}

function Steps({ items }: { items: readonly HelpStep[] }) {
  return (
    <ol className="how-steps help-steps">
      {items.map(({ title, text, picture }) => (
        <li key={title}>
          <b>
            <Unbroken>{title}</Unbroken>
          </b>
          <p>
            <Words text={text} />
          </p>
          {picture && <Picture name={picture} />}
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
        cell: (row: readonly string[]) => {
          const words = <Unbroken>{row[at] ?? ""}</Unbroken>;
          return at === 0 ? <b>{words}</b> : words;
        },
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
    case "warning":
      return (
        <Banner tone="warn" title={block.title}>
          <p>
            <Words text={block.text} />
          </p>
        </Banner>
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
