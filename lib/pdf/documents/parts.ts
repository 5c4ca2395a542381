import type { Block } from "#lib/pdf/kit/flow.ts";
import type { Ink, Operation } from "#lib/pdf/kit/operations.ts";
import { breakLines, type TextStyle, widthOf } from "#lib/pdf/kit/text.ts";
import { widestJustifying } from "#lib/pdf/kit/typefaces.ts";
import { mmOfPoints } from "#lib/pdf/kit/units.ts";

export const body: TextStyle = { typeface: "text", size: 11 };
export const small: TextStyle = { typeface: "text", size: 9 };
export const title: TextStyle = { typeface: "strong", size: 20, tracking: 0.14 };

/** The height of a line set at 1.6 times the type size, in millimetres. */
export function lineHeight(style: TextStyle, ratio = 1.6): number {
  return mmOfPoints(style.size) * ratio;
}

/** The baseline of a line whose box begins at `top`. Japanese type fills its square, 88 % of it above the baseline. */
export function baseline(top: number, height: number, style: TextStyle): number {
  const em = mmOfPoints(style.size);
  return top + (height - em) / 2 + 0.88 * em;
}

export function text(content: string, style: TextStyle, x: number, y: number, ink: Ink = "black"): Operation {
  return { kind: "text", text: content, style, x, y, ink };
}

/** A text set flush right at `right`. */
export function textEnding(content: string, style: TextStyle, right: number, y: number): Operation {
  return text(content, style, right - widthOf(content, style), y);
}

/** A text centred between `left` and `right`. */
export function textCentred(
  content: string,
  style: TextStyle,
  left: number,
  right: number,
  y: number,
): Operation {
  return text(content, style, (left + right - widthOf(content, style)) / 2, y);
}

export function rule(left: number, right: number, y: number, ink: Ink = "hairline"): Operation {
  return { kind: "line", x1: left, y1: y, x2: right, y2: y, stroke: ink === "black" ? 0.25 : 0.2, ink };
}

/** The red box 「見本」 with its top left corner at x, y, which says in print that the paper proves nothing. */
export function sampleBox(x: number, y: number): Operation[] {
  const style: TextStyle = { typeface: "label", size: 11, tracking: 0.3 };
  const [width, height] = [18.2, 7];
  return [
    { kind: "box", x, y, width, height, radius: 0, stroke: 0.5, ink: "sample" },
    text("見本", style, x + (width - widthOf("見本", style)) / 2, baseline(y, height, style), "sample"),
  ];
}

/** The outlined 「見本」 across the page, behind everything else; it survives a black-and-white copy. */
export function watermark(): Operation {
  return {
    kind: "outline",
    text: "見本",
    style: { typeface: "label", size: 204, tracking: 0.194 },
    x: 52.2,
    y: 205.9,
    degrees: 32,
    stroke: 0.5,
    ink: "watermark",
  };
}

/** A running text in justified lines, the last one loose; the first one is indented by `indent` ems. */
export function paragraph(
  content: string,
  style: TextStyle,
  left: number,
  width: number,
  { ratio = 1.6, indent = 0 }: { ratio?: number; indent?: number } = {},
): Block {
  const shift = mmOfPoints(indent * style.size);
  const lines = balancedLines(content, style, width, shift);
  const height = lineHeight(style, ratio);
  return {
    height: lines.length * height,
    draw: (top) =>
      lines.map((line, index) => {
        const start = index === 0 ? shift : 0;
        const last = index === lines.length - 1;
        const set = last ? style : stretched(line, style, width - start);
        return text(line, set, left + start, baseline(top + index * height, height, style));
      }),
  };
}

/**
 * Breaks a running text so that its last line does not hold only one or two characters, when slightly shorter lines
 * avoid that.
 */
function balancedLines(content: string, style: TextStyle, width: number, shift: number): string[] {
  const lines = breakLines(content, style, width, shift);
  if (lines.length === 1) return lines;
  let best = lines;
  for (let less = 1; [...(best.at(-1) ?? "")].length < 4 && less <= 4; less++) {
    const narrower = breakLines(content, style, width - (mmOfPoints(style.size) * less) / 2, shift);
    if (narrower.length > lines.length) return lines;
    best = narrower;
  }
  return best;
}

/** Spreads the space left by a forbidden line break between the characters, unless that would show. */
function stretched(line: string, style: TextStyle, width: number): TextStyle {
  const gaps = [...line].length - 1;
  const slack = (width - widthOf(line, style)) / mmOfPoints(style.size);
  if (gaps < 1 || slack / gaps > widestJustifying) return style;
  return { ...style, tracking: slack / gaps };
}

/** Short texts side by side, flush right, on as many lines as they need; `gap` in ems. */
export function itemsEnding(items: readonly string[], left: number, right: number, gap = 1.5): Block {
  const between = mmOfPoints(gap * body.size);
  const rows: { text: string; width: number }[][] = [[]];
  let used = 0;
  for (const item of items.flatMap((text) => breakLines(text, body, right - left))) {
    const width = widthOf(item, body);
    if (used > 0 && used + between + width > right - left) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push({ text: item, width });
    used += (used > 0 ? between : 0) + width;
  }
  const height = lineHeight(body);
  return {
    height: rows.length * height,
    draw: (top) =>
      rows.flatMap((row, index) => {
        let end = right;
        return row
          .toReversed()
          .map((item) => {
            const operation = text(
              item.text,
              body,
              end - item.width,
              baseline(top + index * height, height, body),
            );
            end -= item.width + between;
            return operation;
          })
          .toReversed();
      }),
  };
}
