import { type Glyph, glyphsOf, type Typeface } from "./typefaces.ts";
import { mmOfPoints } from "./units.ts";

/** How a piece of text is set. `size` is in points, `tracking` in ems added after every character. */
export type TextStyle = { readonly typeface: Typeface; readonly size: number; readonly tracking?: number };

/** The width of a text on one line, in millimetres, without the tracking after its last character. */
export function widthOf(text: string, style: TextStyle): number {
  const glyphs = glyphsOf(text, style.typeface);
  return widthOfGlyphs(glyphs, style) - (glyphs.length === 0 ? 0 : trackingMm(style));
}

function trackingMm(style: TextStyle): number {
  return mmOfPoints((style.tracking ?? 0) * style.size);
}

function widthOfGlyphs(glyphs: readonly Glyph[], style: TextStyle): number {
  let sum = 0;
  for (const glyph of glyphs) sum += glyph.width;
  return mmOfPoints((sum / 1000) * style.size) + glyphs.length * trackingMm(style);
}

/**
 * What must not be torn apart at the end of a line: a date of an era, a number with its separators and unit, a word in
 * Latin letters, else one character. Amounts and dates that break across lines get misread.
 */
const atom =
  /(?:明治|大正|昭和|平成|令和)(?:元|[0-9]{1,2})年[0-9]{1,2}月[0-9]{1,2}日|[0-9][0-9,.:/-]*(?![!-~¡-ɏ])(?:円|[%％年月日時分号番条項]|か月|丁目)?|[!-~¡-ɏ]+|./gsu;

const neverFirst = new Set(
  "、。，．・：；？！ー）」』】］｝〉》〕〗”’ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ々〻ゝゞヽヾ〜～‐–—―…‥゛゜°′″℃％‰,.:;?!)]}%",
);
const neverLast = new Set("（「『【［｛〈《〔〖“‘￥＄£＃№([{");
const spaces = new Set([" ", "\u3000", "\u00a0"]);

type Piece = { text: string; width: number };

/** Pieces between which a line may break; each ends with the spaces that follow it. */
function piecesOf(text: string, style: TextStyle): Piece[] {
  const pieces: Piece[] = [];
  let open = false;
  for (const [found] of text.matchAll(atom)) {
    const width = widthOfGlyphs(glyphsOf(found, style.typeface), style);
    const last = pieces.at(-1);
    const first = String.fromCodePoint(found.codePointAt(0) ?? 0);
    if (last !== undefined && (open || neverFirst.has(first) || spaces.has(first))) {
      last.text += found;
      last.width += width;
    } else {
      pieces.push({ text: found, width });
    }
    open = neverLast.has(found.slice(-1)) || found.endsWith("\u00a0");
  }
  return pieces;
}

function splitAnywhere(text: string, style: TextStyle, limit: number): Piece[] {
  const parts: Piece[] = [];
  for (const glyph of glyphsOf(text, style.typeface)) {
    const width = widthOfGlyphs([glyph], style);
    const last = parts.at(-1);
    const character = String.fromCodePoint(glyph.codePoint);
    if (last !== undefined && last.width + width <= limit) {
      last.text += character;
      last.width += width;
    } else {
      parts.push({ text: character, width });
    }
  }
  return parts;
}

/**
 * Breaks a text into lines of at most `limit` millimetres by the Japanese rules (no line starts with 、 or ends with 「;
 * JIS X 4051, strict), keeping dates, amounts and Latin words whole unless one alone is wider than the line. `indent`
 * millimetres are left free on the first line. Always at least one line; spaces at line ends are dropped.
 */
export function breakLines(text: string, style: TextStyle, limit: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = "";
  let room = limit - indent;
  const close = (): void => {
    lines.push(line.trimEnd());
    line = "";
    room = limit;
  };
  for (const piece of piecesOf(text, style)) {
    const visible = widthOf(piece.text.trimEnd(), style);
    if (visible > room && line !== "") close();
    const parts = visible <= room ? [piece] : splitAnywhere(piece.text, style, room);
    for (const [index, part] of parts.entries()) {
      if (index > 0) close();
      line += part.text;
      room -= part.width;
    }
  }
  close();
  return lines;
}
