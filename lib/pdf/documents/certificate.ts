import { type Block, type Filled, flow, space, together } from "#lib/pdf/kit/flow.ts";
import type { Layout, Operation, Page } from "#lib/pdf/kit/operations.ts";
import { breakLines, type TextStyle, widthOf } from "#lib/pdf/kit/text.ts";
import { mmOfPoints, pageHeightMm, pageWidthMm } from "#lib/pdf/kit/units.ts";
import {
  baseline,
  body,
  itemsEnding,
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
import { rowBlocks, rowPadding } from "./rows.ts";

/** The text of a certificate, printed as it stands (dates 令和8年4月4日, amounts 20,000,000円). */
export type CertificateModel = {
  /** Marks it as 見本: a red box and a watermark. */
  readonly sample: boolean;
  readonly preamble: string | null;
  readonly issuedOn: string;
  readonly title: string;
  /** The change and its number, under the title of a later version; null on the first version. */
  readonly changeLine: string | null;
  readonly rows: readonly {
    readonly label: string;
    readonly value: string | readonly string[];
    readonly emphasis?: "number" | "amount";
  }[];
  readonly oath: string;
  readonly guarantor: {
    readonly address: string;
    readonly name: string;
    readonly representative: string;
    /** Four characters, read downwards from the right. */
    readonly seal: string;
  };
  readonly office: { readonly name: string; readonly tel: string; readonly fax: string };
  readonly notes: readonly string[];
  /** The file's title, shown in the viewer's window. */
  readonly documentTitle: string;
  readonly contractNumber: string;
  /** The instant stated in the file's properties; without it they state none. */
  readonly madeAt?: Date;
};

const margin = { side: 18, edge: 15 };
const frame = { left: margin.side, right: pageWidthMm - margin.side, padding: 8, usualBottom: 254 };
const inner = { left: frame.left + 12.2, right: frame.right - 12.2 };
const company: TextStyle = { typeface: "strong", size: 13.75, tracking: 0.1 };
const sealSize = 15.3;

/** Lays out a framed certificate on A4; text that does not fit continues in a frame on the next page. Pure. */
export function certificateLayout(model: CertificateModel): Layout {
  const preamble = model.preamble === null ? undefined : paragraphAtTop(model.preamble);
  const notes = notesBlock(model.notes);
  const lowest = pageHeightMm - margin.edge - notes.height - 4;
  const topOf = (page: number): number =>
    page === 0 && preamble !== undefined ? margin.edge + preamble.height + 4.2 : margin.edge;
  const fill = (padding: number): Filled[] =>
    flow(
      [headBlock(model), ...rowBlocks(model.rows, inner.left, inner.right, padding), closingBlock(model)],
      (page) => ({
        top: topOf(page) + frame.padding + (page === 0 ? 0 : lineHeight(small) + 3),
        bottom: lowest - frame.padding,
      }),
    );
  const tight = fill(rowPadding.least);
  // The members of a joint venture must not push the oath to a page of its own.
  const close = tight.length > 1 ? fill(rowPadding.close) : tight;
  const fitted = close.length === 1 ? close : tight;
  const filled = tight.length > 1 ? fitted : fill(spreadPadding(tight[0]?.end ?? 0, model.rows.length));
  const pages = filled.map(({ operations, end }, index): Page => {
    const last = index === filled.length - 1;
    const bottom = last ? end + frame.padding : lowest;
    return [
      ...(model.sample ? [watermark()] : []),
      ...(index === 0 && preamble !== undefined ? preamble.draw(margin.edge) : []),
      ...doubleFrame(topOf(index), bottom),
      ...(index === 0 ? [] : continued(model, topOf(index) + frame.padding)),
      ...operations,
      ...(last ? notes.draw(bottom + 4) : []),
      ...(filled.length === 1 ? [] : [pageNumber(index + 1, filled.length)]),
    ];
  });
  return { title: model.documentTitle, pages, madeAt: model.madeAt, stock: [] };
}

function paragraphAtTop(content: string): Block {
  return paragraph(content, small, margin.side, pageWidthMm - 2 * margin.side);
}

function doubleFrame(top: number, bottom: number): Operation[] {
  return [0, 1].map((inset) => ({
    kind: "box",
    x: frame.left + inset,
    y: top + inset,
    width: frame.right - frame.left - 2 * inset,
    height: bottom - top - 2 * inset,
    radius: 0,
    stroke: inset === 0 ? 0.5 : 0.2,
    ink: "black",
  }));
}

function headBlock(model: CertificateModel): Block {
  const titleTop = 7 + 5;
  const titleHeight = lineHeight(title, 1.5);
  const changeHeight = model.changeLine === null ? 0 : lineHeight(body);
  return {
    height: titleTop + titleHeight + changeHeight + 7,
    draw: (top) => [
      ...(model.sample ? sampleBox(inner.left, top) : []),
      textEnding(model.issuedOn, body, inner.right, baseline(top, 7, body)),
      textCentred(model.title, title, inner.left, inner.right, baseline(top + titleTop, titleHeight, title)),
      ...(model.changeLine === null
        ? []
        : [
            textCentred(
              model.changeLine,
              body,
              inner.left,
              inner.right,
              baseline(top + titleTop + titleHeight, changeHeight, body),
            ),
          ]),
      rule(inner.left, inner.right, top + titleTop + titleHeight + changeHeight + 7, "black"),
    ],
  };
}

/**
 * The padding that spreads the rows of a short certificate over the free space, so that all frames end at about the
 * same height.
 */
function spreadPadding(end: number, rows: number): number {
  const free = frame.usualBottom - frame.padding - end;
  return Math.min(rowPadding.most, rowPadding.least + Math.max(0, free) / (2 * Math.max(1, rows)));
}

/**
 * The oath, the guarantor with its seal, and the office. They stay together, because a seal alone on a page would vouch
 * for nothing.
 */
function closingBlock(model: CertificateModel): Block {
  return together([
    space(7),
    paragraph(model.oath, body, inner.left, inner.right - inner.left),
    space(7),
    signBlock(model.guarantor),
    space(7),
    officeBlock([`取扱箇所　${model.office.name}`, `TEL ${model.office.tel}`, `FAX ${model.office.fax}`]),
  ]);
}

function signBlock(guarantor: CertificateModel["guarantor"]): Block {
  const beside = sealSize + 6;
  const limit = inner.right - inner.left - beside;
  const lines = [
    { content: guarantor.address, style: body },
    { content: guarantor.name, style: company },
    { content: guarantor.representative, style: body },
  ].flatMap(({ content, style }) => breakLines(content, style, limit).map((line) => ({ line, style })));
  const left = inner.right - beside - Math.max(...lines.map(({ line, style }) => widthOf(line, style)));
  const heights = lines.map(({ style }) => lineHeight(style));
  return {
    height: Math.max(
      heights.reduce((sum, height) => sum + height, 0),
      sealSize + 2,
    ),
    draw: (top) => {
      let y = top;
      const operations = lines.map(({ line, style }, index) => {
        const height = heights[index] ?? 0;
        const operation = text(line, style, left, baseline(y, height, style));
        y += height;
        return operation;
      });
      return [...operations, ...seal(guarantor.seal, inner.right - sealSize, top + 1.5)];
    },
  };
}

/** The square seal, four characters in two columns read downwards from the right. */
function seal(characters: string, x: number, y: number): Operation[] {
  const style: TextStyle = { typeface: "strong", size: 16.5 };
  const stroke = 0.8;
  const half = sealSize / 2;
  const cells = [
    [1, 0],
    [1, 1],
    [0, 0],
    [0, 1],
  ] as const;
  const marks = [...characters].slice(0, 4).map((character, index): Operation => {
    const [column, row] = cells[index] ?? [0, 0];
    const centre = x + half + (column === 1 ? 1 : -1) * (half - 4.15);
    const top = y + 1.25 + row * (half - 1.25);
    return text(
      character,
      style,
      centre - widthOf(character, style) / 2,
      baseline(top, half - 1.25, style),
      "seal",
    );
  });
  return [
    {
      kind: "box",
      x: x + stroke / 2,
      y: y + stroke / 2,
      width: sealSize - stroke,
      height: sealSize - stroke,
      radius: 0.8,
      stroke,
      ink: "seal",
    },
    ...marks,
  ];
}

function officeBlock(items: readonly string[]): Block {
  const line = itemsEnding(items, inner.left, inner.right);
  return {
    height: 3.2 + line.height,
    draw: (top) => [rule(inner.left, inner.right, top), ...line.draw(top + 3.2)],
  };
}

function notesBlock(notes: readonly string[]): Block {
  const left = margin.side + widthOf("注1", small) + mmOfPoints(small.size);
  return together(
    notes.map((note, index) => {
      const lines = paragraph(note, small, left, pageWidthMm - margin.side - left);
      return {
        height: lines.height,
        draw: (top) => [
          text(`注${index + 1}`, small, margin.side, baseline(top, lineHeight(small), small)),
          ...lines.draw(top),
        ],
      };
    }),
  );
}

/** The head of every page after the first, which says to which certificate it belongs. */
function continued(model: CertificateModel, top: number): Operation[] {
  const y = baseline(top, lineHeight(small), small);
  return [
    text(`${model.title}　続き`, small, inner.left, y),
    textEnding(`保証契約番号　${model.contractNumber}`, small, inner.right, y),
    rule(inner.left, inner.right, top + lineHeight(small) + 3, "black"),
  ];
}

function pageNumber(page: number, of: number): Operation {
  return textCentred(`${page} / ${of}`, small, margin.side, pageWidthMm - margin.side, pageHeightMm - 8);
}
