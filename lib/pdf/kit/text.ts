import { type Glyph, gapBetween, glyphsOf, type Typeface } from "./typefaces.ts";
import { mmOfPoints } from "./units.ts";

/** How a text is set. `size` is in points, `tracking` in ems added after every character. */
export type TextStyle = { readonly typeface: Typeface; readonly size: number; readonly tracking?: number };

/** The width of a text on one line, in millimetres, without the tracking after its last character. */
export function widthOf(text: string, style: TextStyle): number {
  const glyphs = glyphsOf(text, style.typeface);
  const starts = startsOf(glyphs, style);
  return extent(glyphs, starts, 0, glyphs.length) * mmOfPoints(style.size);
}

/** Where each glyph begins on a single line, in ems. */
function startsOf(glyphs: readonly Glyph[], style: TextStyle): Float64Array {
  const tracking = style.tracking ?? 0;
  const starts = new Float64Array(glyphs.length);
  let pen = 0;
  let before: Glyph | undefined;
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index];
    if (glyph === undefined) break;
    if (before !== undefined) pen += (before.width + gapBetween(before, glyph, tracking)) / 1000 + tracking;
    starts[index] = pen;
    before = glyph;
  }
  return starts;
}

/** The width in ems of the glyphs from `from` up to but not including `to`. */
function extent(glyphs: readonly Glyph[], starts: Float64Array, from: number, to: number): number {
  const last = glyphs[to - 1];
  if (last === undefined || to <= from) return 0;
  return (starts[to - 1] ?? 0) + last.width / 1000 - (starts[from] ?? 0);
}

/**
 * What is never split at the end of a line: an era date, a number with its separators and unit, a word in Latin letters
 * of either width, or else one character. Amounts and dates that break across lines get misread.
 */
const atom =
  /(?:明治|大正|昭和|平成|令和)(?:元|[0-9]{1,2})年[0-9]{1,2}月[0-9]{1,2}日|[0-9][0-9,.:/-]*(?![!-~¡-ɏ])(?:円|[%％年月日時分号番条項]|か月|丁目)?|[!-~¡-ɏ]+|[０-９Ａ-Ｚａ-ｚ]+|./gsu;

const neverFirst = new Set(
  "、。，．・：；？！ー）」』】］｝〉》〕〗”’ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ々〻ゝゞヽヾ〜～‐–—―…‥゛゜°′″℃％‰,.:;?!)]}%",
);
const neverLast = new Set("（「『【［｛〈《〔〖“‘￥＄£＃№([{");
const spaces = new Set([" ", "\u3000", "\u00a0"]);

/** For each glyph, whether a line may begin with it. */
function openings(text: string): Uint8Array {
  const may = new Uint8Array(text.length);
  let at = 0;
  let held = false;
  for (const [found] of text.matchAll(atom)) {
    const first = found.codePointAt(0) ?? 0;
    const character = first > 0xffff ? String.fromCodePoint(first) : (found[0] ?? "");
    may[at] = held || neverFirst.has(character) || spaces.has(character) ? 0 : 1;
    at += first > 0xffff ? 1 : found.length;
    const final = found.at(-1) ?? "";
    held = neverLast.has(final) || final === "\u00a0";
  }
  return may;
}

/**
 * Breaks a text into lines of at most `limit` millimetres by the Japanese rules (no line starts with 、 or ends with 「;
 * JIS X 4051, strict). Amounts, dates and Latin words stay whole unless one alone is wider than the line. The first
 * line is indented by `indent` millimetres. There is always at least one line, and spaces at line ends are dropped.
 */
export function breakLines(text: string, style: TextStyle, limit: number, indent = 0): string[] {
  const em = mmOfPoints(style.size);
  const glyphs = glyphsOf(text, style.typeface);
  const starts = startsOf(glyphs, style);
  const may = openings(text);
  const blank = (index: number): boolean => spaces.has(String.fromCodePoint(glyphs[index]?.codePoint ?? 0));
  const lines: string[] = [];
  const room = (): number => (lines.length === 0 ? limit - indent : limit) / em + 1e-9;
  let from = 0;
  let allowed = 0;
  for (let index = 1; index <= glyphs.length; index++) {
    // What moves to the next line may again be too long: marks that stay together with spaces between them.
    while (!blank(index - 1) && index - 1 > from && extent(glyphs, starts, from, index) > room()) {
      const to = allowed > from ? allowed : index - 1;
      lines.push(slice(glyphs, from, to));
      from = to;
    }
    if (may[index] === 1) allowed = index;
  }
  lines.push(slice(glyphs, from, glyphs.length));
  return lines;
}

function slice(glyphs: readonly Glyph[], from: number, to: number): string {
  let line = "";
  for (let index = from; index < to; index++) line += String.fromCodePoint(glyphs[index]?.codePoint ?? 0);
  return line.trimEnd();
}
