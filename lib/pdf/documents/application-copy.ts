import { type Block, type Filled, flow, space, together } from "#lib/pdf/kit/flow.ts";
import type { Layout, Operation, Page } from "#lib/pdf/kit/operations.ts";
import type { TextStyle } from "#lib/pdf/kit/text.ts";
import { pageHeightMm, pageWidthMm } from "#lib/pdf/kit/units.ts";
import {
  baseline,
  lineHeight,
  paragraph,
  rule,
  sampleBox,
  small,
  text,
  textCentred,
  textEnding,
  title,
  watermark,
} from "./parts.ts";
import { type Row, rowBlocks, rowPadding, valueInsets } from "./rows.ts";

/** One part of the form: its questions with the answers as they were worded when it was sent. */
type CopySection = {
  readonly title: string;
  readonly groups: readonly { readonly title: string | null; readonly rows: readonly Row[] }[];
};

/** The text of an application's copy, printed as it stands. */
export type ApplicationCopyModel = {
  /** Marks it as 見本: a red box and a watermark. */
  readonly sample: boolean;
  readonly receiptNumber: string;
  /** When and to whom it was sent, and which submission it is. */
  readonly head: readonly Row[];
  readonly sections: readonly CopySection[];
  /** Remarks under the head, such as what the paper does not prove. */
  readonly notes: readonly string[];
  /** The file's title, shown in the viewer's window. */
  readonly documentTitle: string;
};

const left = 18;
const right = pageWidthMm - 18;
const edge = 15;
const sectionStyle: TextStyle = { typeface: "strong", size: 14 };
const groupStyle: TextStyle = { typeface: "strong", size: 11 };
/** Tighter than a certificate: a copy is read line by line, and two pages are better than three. */
const padding = 1.6;
const words = { title: "申込内容の控え", receiptNumber: "受付番号 ", continued: "続き" };
const stock: Layout["stock"] = [
  {
    typeface: "text",
    text: `${words.title}${words.continued}${words.receiptNumber}※令和年月日0123456789,円%（）`,
  },
  { typeface: "strong", text: words.title },
];

/**
 * Lays out the copy of a sent application on A4, question by question; long answers push the rest to further pages.
 * Pure.
 */
export function applicationCopyLayout(model: ApplicationCopyModel): Layout {
  const bottom = pageHeightMm - edge - 5;
  const fill = (room: number): Filled[] => {
    const blocks = [
      headBlock(model),
      ...copyRows(model.head, room),
      ...notesBlocks(model.notes),
      ...model.sections.flatMap((section) => sectionBlocks(section, room)),
    ];
    return flow(blocks, (page) => ({ top: page === 0 ? edge : edge + lineHeight(small) + 3, bottom }));
  };
  const usual = fill(padding);
  // A row or two must not take a sheet of their own.
  const close = fill(rowPadding.close);
  const filled = close.length < usual.length ? close : usual;
  const pages = filled.map(
    ({ operations }, index): Page => [
      ...(model.sample ? [watermark()] : []),
      ...(index === 0 ? [] : continued(model)),
      ...operations,
      textCentred(`${index + 1} / ${filled.length}`, small, left, right, pageHeightMm - 10),
    ],
  );
  return { title: model.documentTitle, pages, madeAt: undefined, stock };
}

/** The head of every page after the first. */
function continued({ receiptNumber }: ApplicationCopyModel): Operation[] {
  const y = baseline(edge, lineHeight(small), small);
  return [
    text(`${words.title}　${words.continued}`, small, left, y),
    textEnding(words.receiptNumber + receiptNumber, small, right, y),
    rule(left, right, edge + lineHeight(small) + 3, "black"),
  ];
}

function headBlock({ sample }: ApplicationCopyModel): Block {
  const height = lineHeight(title, 1.5);
  return {
    height: height + 14,
    draw: (top) => [
      ...(sample ? sampleBox(left, top) : []),
      textCentred(words.title, title, left, right, baseline(top + 4, height, title)),
      rule(left, right, top + height + 14, "black"),
    ],
  };
}

/** A title stays on one page with the first question below it. */
function sectionBlocks({ title: name, groups }: CopySection, room: number): Block[] {
  const [first, ...rest] = groups.map((group) => groupBlocks(group, room));
  const [opening, ...others] = first ?? [];
  return [
    together([heading(name, sectionStyle, 9), ...(opening ? [opening] : [])]),
    ...others,
    ...rest.flat(),
  ];
}

function groupBlocks({ title: name, rows }: CopySection["groups"][number], room: number): Block[] {
  const [first, ...rest] = copyRows(rows, room);
  const opening = [...(name === null ? [] : [heading(name, groupStyle, 4)]), ...(first ? [first] : [])];
  return [together(opening), ...rest];
}

function copyRows(rows: readonly Row[], room: number): Block[] {
  return rowBlocks(rows, left, right, room, valueInsets.questions);
}

function heading(name: string, style: TextStyle, before: number): Block {
  const height = lineHeight(style, 1.5);
  return {
    height: before + height + 1.5,
    draw: (top) => [
      text(name, style, left, baseline(top + before, height, style)),
      rule(left, right, top + before + height + 1.5, "black"),
    ],
  };
}

function notesBlocks(notes: readonly string[]): Block[] {
  return [space(4), ...notes.map((note) => paragraph(`※ ${note}`, small, left, right - left))];
}
