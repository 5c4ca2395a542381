import type { Block } from "#lib/pdf/kit/flow.ts";
import type { Operation } from "#lib/pdf/kit/operations.ts";
import { breakLines, type TextStyle } from "#lib/pdf/kit/text.ts";
import { mmOfPoints } from "#lib/pdf/kit/units.ts";
import { baseline, body, lineHeight, rule, small, text } from "./parts.ts";

/** One line of a table of terms: the term and what was agreed, as formatted strings. */
export type Row = {
  readonly label: string;
  /** A remark under the label, in small type. */
  readonly remark?: string;
  readonly value: string | readonly string[];
  readonly emphasis?: "number" | "amount" | "numberLarge";
};

/**
 * The space above and below a value, in millimetres: the least that looks calm, the most that rows may be spread to,
 * and the tightest, which saves a page.
 */
export const rowPadding = { close: 1.3, least: 2.1, most: 3 };
const labelStyle: TextStyle = { ...body, tracking: 0.06 };
const labelInset = 1;

/**
 * Where values begin, in millimetres from the left edge: after the short terms of a certificate, or after whole
 * questions.
 */
export const valueInsets = { terms: mmOfPoints(11 * body.size), questions: mmOfPoints(15.5 * body.size) };

const valueStyles: Record<NonNullable<Row["emphasis"]>, TextStyle> = {
  number: { typeface: "code", size: 13.75 },
  amount: { typeface: "strong", size: 13.75, tracking: 0.02 },
  numberLarge: { typeface: "code", size: 21 },
};

/**
 * How many lines of a long value stay together; one of a thousand characters continues on the next page between such
 * blocks.
 */
const linesPerBlock = 12;

/** Where the values begin, in millimetres, in a table that begins at `left`. */
export function valueLeft(left: number): number {
  return left + valueInsets.terms;
}

/** The blocks of a table of terms between two edges, with a black rule on top and a thin one under each row. */
export function rowBlocks(
  rows: readonly Row[],
  left: number,
  right: number,
  padding: number = rowPadding.least,
  inset: number = valueInsets.terms,
): Block[] {
  return rows.flatMap((row) => {
    const style = row.emphasis === undefined ? body : valueStyles[row.emphasis];
    const height = Math.max(lineHeight(style, row.emphasis === "numberLarge" ? 1.6 : 1.36), lineHeight(body));
    const parts = typeof row.value === "string" ? [row.value] : row.value;
    const lines = parts.flatMap((line) => breakLines(line, style, right - left - inset));
    const chunks: string[][] = [];
    for (let from = 0; from < lines.length; from += linesPerBlock) {
      chunks.push(lines.slice(from, from + linesPerBlock));
    }
    return chunks.map((chunk, index) =>
      rowBlock({
        row: index === 0 ? row : undefined,
        last: index === chunks.length - 1,
        draw: (top) =>
          chunk.map((line, at) =>
            text(line, style, left + inset, baseline(top + at * height, height, style)),
          ),
        height: chunk.length * height,
        firstBaseline: (top) => baseline(top, height, style),
        left,
        right,
        padding,
        inset,
      }),
    );
  });
}

/** A row around any value: the label on the value's first baseline and a rule below. */
export function rowBlock(parts: {
  row: Pick<Row, "label" | "remark"> | undefined;
  last: boolean;
  height: number;
  draw: (top: number) => readonly Operation[];
  firstBaseline: (top: number) => number;
  left: number;
  right: number;
  padding?: number;
  inset?: number;
}): Block {
  const { row, last, left, right, padding = rowPadding.least, inset = valueInsets.terms } = parts;
  const labelLines =
    row === undefined
      ? []
      : breakLines(row.label, labelStyle, inset - labelInset - mmOfPoints(body.size) / 2);
  const remark = row?.remark;
  const labelHeight = labelLines.length * lineHeight(body) + (remark === undefined ? 0 : lineHeight(small));
  const inner = Math.max(parts.height, labelHeight);
  const before = row === undefined ? 0 : padding;
  const after = last ? padding : 0;
  return {
    height: before + inner + after,
    draw: (top) => {
      const first = parts.firstBaseline(top + before);
      const labels = labelLines.map((line, index) =>
        text(line, labelStyle, left + labelInset, first + index * lineHeight(body)),
      );
      const under = first + (labelLines.length - 1) * lineHeight(body) + lineHeight(small) + 0.6;
      return [
        ...labels,
        ...(remark === undefined ? [] : [text(remark, small, left + labelInset, under)]),
        ...parts.draw(top + before),
        ...(last ? [rule(left, right, top + before + inner + after)] : []),
      ];
    },
  };
}
