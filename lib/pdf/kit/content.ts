import type { Ink, Operation, Page } from "./operations.ts";
import type { Glyph } from "./typefaces.ts";
import { gapBetween, glyphsOf } from "./typefaces.ts";
import { pageHeightMm, pointsPerMm } from "./units.ts";

/** A glyph's place in the file: the resource name of its font and its two-byte number there, in hexadecimal. */
export type Placed = { readonly font: string; readonly code: string };

const inks: Record<Ink, string> = {
  black: "0 0 0",
  hairline: ".46 .46 .46",
  watermark: ".87 .87 .87",
  seal: ".8 0 0",
  sample: ".66 0 0",
};

/**
 * Writes the content stream of one page (ISO 32000-1, 8 and 9): operations in millimetres become operators in points.
 */
export function contentOf(page: Page, place: (glyph: Glyph) => Placed): string {
  return page.map((operation) => operators(operation, place)).join("\n");
}

function operators(operation: Operation, place: (glyph: Glyph) => Placed): string {
  switch (operation.kind) {
    case "text": {
      const { x, y, ink } = operation;
      return `BT ${inks[ink]} rg 1 0 0 1 ${right(x)} ${up(y)} Tm ${shown(operation, place)} ET`;
    }
    case "outline": {
      const { x, y, ink, stroke, degrees } = operation;
      const cos = Math.cos((degrees * Math.PI) / 180);
      const sin = Math.sin((degrees * Math.PI) / 180);
      const turned = `${decimal(cos)} ${decimal(sin)} ${decimal(-sin)} ${decimal(cos)} ${right(x)} ${up(y)} Tm`;
      const pen = `1 Tr 1 j ${points(stroke)} w ${inks[ink]} RG`;
      return `/Artifact BMC q BT ${pen} ${turned} ${shown(operation, place)} ET Q EMC`;
    }
    case "line": {
      const { x1, y1, x2, y2, stroke, ink } = operation;
      return `/Artifact BMC ${points(stroke)} w ${inks[ink]} RG ${right(x1)} ${up(y1)} m ${right(x2)} ${up(y2)} l S EMC`;
    }
    case "box": {
      const { stroke, ink } = operation;
      return `/Artifact BMC ${points(stroke)} w ${inks[ink]} RG ${boxPath(operation)} S EMC`;
    }
  }
}

/** The font changes and strings of one line of text; the font changes where a stand-in face has the character. */
function shown(
  { text, style }: Extract<Operation, { kind: "text" | "outline" }>,
  place: (glyph: Glyph) => Placed,
): string {
  let written = `${decimal((style.tracking ?? 0) * style.size)} Tc`;
  let font = "";
  let before: Glyph | undefined;
  for (const glyph of glyphsOf(text, style.typeface)) {
    const placed = place(glyph);
    const gap = before === undefined ? 0 : gapBetween(before, glyph, style.tracking);
    if (placed.font !== font) {
      if (font !== "") written += gap === 0 ? ">] TJ" : `>${-gap}] TJ`;
      font = placed.font;
      written += ` /${font} ${decimal(style.size)} Tf [<`;
    } else if (gap !== 0) {
      written += `>${-gap}<`;
    }
    written += placed.code;
    before = glyph;
  }
  return font === "" ? written : `${written}>] TJ`;
}

function boxPath({ x, y, width, height, radius }: Extract<Operation, { kind: "box" }>): string {
  if (radius === 0) return `${right(x)} ${up(y + height)} ${points(width)} ${points(height)} re`;
  const bend = 0.5523 * radius;
  const point = (px: number, py: number): string => `${right(px)} ${up(py)}`;
  const [l, t, r, b] = [x, y, x + width, y + height];
  return [
    `${point(l + radius, t)} m ${point(r - radius, t)} l`,
    `${point(r - radius + bend, t)} ${point(r, t + radius - bend)} ${point(r, t + radius)} c ${point(r, b - radius)} l`,
    `${point(r, b - radius + bend)} ${point(r - radius + bend, b)} ${point(r - radius, b)} c ${point(l + radius, b)} l`,
    `${point(l + radius - bend, b)} ${point(l, b - radius + bend)} ${point(l, b - radius)} c ${point(l, t + radius)} l`,
    `${point(l, t + radius - bend)} ${point(l + radius - bend, t)} ${point(l + radius, t)} c h`,
  ].join(" ");
}

function right(mm: number): string {
  return points(mm);
}

function up(mm: number): string {
  return points(pageHeightMm - mm);
}

function points(mm: number): string {
  return decimal(mm * pointsPerMm);
}

/** At most three decimals, no exponent, no minus zero, so that every viewer reads it and two runs write the same. */
function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0);
}
