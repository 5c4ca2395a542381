import { type Block, flow, space, together } from "#lib/pdf/kit/flow.ts";
import type { Layout, Operation, Page } from "#lib/pdf/kit/operations.ts";
import { breakLines, type TextStyle, widthOf } from "#lib/pdf/kit/text.ts";
import { mmOfPoints, pageHeightMm, pageWidthMm } from "#lib/pdf/kit/units.ts";
import { labels, words } from "./key-notice-words.ts";
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
import { rowBlock, rowBlocks, valueLeft } from "./rows.ts";

/** The text of a key notice, printed as it stands. */
export type KeyNoticeModel = {
  /** Marks it as 見本: a red box and a watermark. */
  readonly sample: boolean;
  readonly issuedOn: string;
  /** With 様. */
  readonly addressee: string;
  readonly from: readonly string[];
  readonly workName: string;
  readonly contractorName: string;
  /** JV名 and its members, one per line; empty when the contractor works alone. */
  readonly jv: readonly string[];
  readonly product: string;
  /** The procedure that handing in number and key completes: 前払金請求手続（前払金保証）. */
  readonly completes: string;
  readonly contractNumber: string;
  /** The twelve characters without spaces; printed 4-4-4 with the digits underlined. */
  readonly key: string;
  readonly office: { readonly name: string; readonly tel: string; readonly hours: string };
  /** The file's title, shown in the viewer's window. */
  readonly documentTitle: string;
  /** The instant stated in the file's properties; without it they state none. */
  readonly madeAt?: Date;
};

const left = 18;
const right = pageWidthMm - 18;
const edge = 15;
const em = mmOfPoints(body.size);
const stock: Layout["stock"] = [
  {
    typeface: "text",
    text: [words.posted, words.submit, ...words.ways, words.below, words.legend, words.verify]
      .concat(words.effect("前払金請求手続（前払金保証）、又は請負契約締結手続（契約保証）"), "中間")
      .concat(Object.values(labels), "令和年月日様", "0123456789:～")
      .join(""),
  },
  { typeface: "strong", text: words.title + words.toObligee },
  { typeface: "label", text: "見本" },
];

/** Lays out a key notice on A4 in the leaflet's words; long names push the rest down and on to a second page. Pure. */
export function keyNoticeLayout(model: KeyNoticeModel): Layout {
  const terms = [
    ...rowBlocks(
      [
        { label: labels.workName, value: model.workName },
        { label: labels.contractorName, remark: labels.jointVenture, value: model.contractorName },
        ...(model.jv.length > 0 ? [{ label: labels.jvName, value: model.jv }] : []),
        { label: labels.product, value: model.product },
      ],
      left,
      right,
    ),
    // Number and key are typed in together, so nobody should have to turn the page between them.
    together([
      ...rowBlocks(
        [{ label: labels.contractNumber, value: model.contractNumber, emphasis: "numberLarge" }],
        left,
        right,
      ),
      keyBlock(model.key),
    ]),
  ];
  const fill = (spacing: Spacing) => {
    const blocks = [
      headBlock(model),
      addresseeBlock(model.addressee),
      fromBlock(model.from),
      ...fixedBlocks(spacing, model.completes),
      ...terms,
      together([boxBlock(), officeBlock(model.office)]),
    ];
    const bottom = pageHeightMm - spacings[spacing].bottom;
    return flow(blocks, (page) => ({ top: page === 0 ? edge : edge + lineHeight(small) + 3, bottom }));
  };
  const usual = fill("usual");
  // A works' name of two or three lines must not push the words to the obligee to a page of their own.
  const close = usual.length > 1 ? fill("close") : usual;
  const filled = close.length === 1 ? close : usual;
  const pages = filled.map(
    ({ operations }, index): Page => [
      ...(model.sample ? [watermark()] : []),
      ...(index === 0 ? [] : continued()),
      ...operations,
      ...(filled.length === 1
        ? []
        : [textCentred(`${index + 1} / ${filled.length}`, small, left, right, pageHeightMm - 8)]),
    ],
  );
  return { title: model.documentTitle, pages, madeAt: model.madeAt, stock };
}

/** The head of every page after the first; it repeats neither the key nor the number. */
function continued(): Operation[] {
  return [
    text(`${words.title}　続き`, small, left, baseline(edge, lineHeight(small), small)),
    rule(left, right, edge + lineHeight(small) + 3, "black"),
  ];
}

const spacings = {
  usual: { bottom: edge, line: 1.8, gap: 2.5 },
  close: { bottom: 10, line: 1.5, gap: 1.5 },
} as const;
type Spacing = keyof typeof spacings;

const fixed = new Map<string, readonly Block[]>();

/**
 * The letter from its title to 記, which is the same in every notice of a product; its lines are broken once per process
 * and spacing.
 */
function fixedBlocks(spacing: Spacing, completes: string): readonly Block[] {
  const { line, gap } = spacings[spacing];
  const name = `${spacing} ${completes}`;
  const made = fixed.get(name) ?? [
    titleBlock(),
    running(words.posted, line),
    running(words.submit, line),
    space(gap),
    ...words.ways.map((way) => paragraph(way, body, left + em, right - left - em)),
    space(gap),
    running(words.effect(completes), line),
    belowBlock(),
  ];
  fixed.set(name, made);
  return made;
}

function headBlock(model: KeyNoticeModel): Block {
  return {
    height: 7,
    draw: (top) => [
      ...(model.sample ? sampleBox(left, top) : []),
      textEnding(model.issuedOn, body, right, baseline(top, 7, body)),
    ],
  };
}

function addresseeBlock(addressee: string): Block {
  const style: TextStyle = { ...body, size: 12.4 };
  const lines = paragraph(addressee, style, left, (right - left) * 0.75);
  return { height: 6 + lines.height, draw: (top) => lines.draw(top + 6) };
}

function fromBlock(from: readonly string[]): Block {
  const lines = from.flatMap((line) => breakLines(line, body, (right - left) * 0.6));
  const start = right - Math.max(0, ...lines.map((line) => widthOf(line, body)));
  const height = lineHeight(body);
  return {
    height: 4.2 + lines.length * height,
    draw: (top) =>
      lines.map((line, index) => text(line, body, start, baseline(top + 4.2 + index * height, height, body))),
  };
}

function titleBlock(): Block {
  const height = lineHeight(title, 1.5);
  return {
    height: 5 + height + 7,
    draw: (top) => [textCentred(words.title, title, left, right, baseline(top + 5, height, title))],
  };
}

function running(content: string, ratio: number): Block {
  return paragraph(content, body, left, right - left, { ratio, indent: 1 });
}

function belowBlock(): Block {
  const height = lineHeight(body);
  return {
    height: 4 + height + 4,
    draw: (top) => [
      textCentred(words.below, body, left, right, baseline(top + 4, height, body)),
      rule(left, right, top + 4 + height + 4, "black"),
    ],
  };
}

/**
 * The key in groups of four, with gaps instead of characters between them, so that copying gives the key alone. Digits
 * are underlined, so that 0 and O or 1 and l differ in any font, in black and white and after a fax.
 */
function keyBlock(key: string): Block {
  const style: TextStyle = { typeface: "codeStrong", size: 21, tracking: 0.06 };
  const em = mmOfPoints(style.size);
  const height = lineHeight(style, 1.5);
  const start = valueLeft(left);
  return rowBlock({
    row: { label: labels.key },
    last: true,
    height: height + lineHeight(small) + 1,
    firstBaseline: (top) => baseline(top, height, style),
    left,
    right,
    draw: (top) => {
      const y = baseline(top, height, style);
      const operations: Operation[] = [];
      let x = start;
      for (const group of key.match(/.{1,4}/gu) ?? []) {
        operations.push(text(group, style, x, y));
        for (const found of group.matchAll(/[0-9]+/g)) {
          const from = x + advance(group.slice(0, found.index), style);
          operations.push({
            kind: "line",
            x1: from,
            y1: y + 2.3,
            x2: from + widthOf(found[0], style),
            y2: y + 2.3,
            stroke: 0.5,
            ink: "black",
          });
        }
        x += advance(group, style) + 0.6 * em;
      }
      const legend = baseline(top + height + 1, lineHeight(small), small);
      return [...operations, text(words.legend, small, start, legend)];
    },
  });
}

/** The width of a text including its tracking. */
function advance(content: string, style: TextStyle): number {
  if (content === "") return 0;
  return widthOf(content, style) + mmOfPoints((style.tracking ?? 0) * style.size);
}

function boxBlock(): Block {
  const heading: TextStyle = { ...body, typeface: "strong" };
  const pad = { x: 6.35, y: 4.2 };
  const content = paragraph(words.verify, body, left + pad.x, right - left - 2 * pad.x);
  const height = 2 * pad.y + lineHeight(heading) + content.height;
  return {
    height: 7 + height,
    draw: (top) => [
      {
        kind: "box",
        x: left,
        y: top + 7,
        width: right - left,
        height,
        radius: 0,
        stroke: 0.25,
        ink: "black",
      },
      text(words.toObligee, heading, left + pad.x, baseline(top + 7 + pad.y, lineHeight(heading), heading)),
      ...content.draw(top + 7 + pad.y + lineHeight(heading)),
    ],
  };
}

function officeBlock(office: KeyNoticeModel["office"]): Block {
  const items = itemsEnding(
    [labels.office + office.name, labels.tel + office.tel, office.hours],
    left,
    right,
  );
  return {
    height: 7 + 3.2 + items.height,
    draw: (top) => [rule(left, right, top + 7), ...items.draw(top + 7 + 3.2)],
  };
}
