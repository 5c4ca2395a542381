import { type Face, type FaceName, faceOf } from "./faces.ts";

/**
 * The kinds of text, each with the faces it is set in; later faces stand in for characters that earlier ones do not
 * have.
 */
export type Typeface = "text" | "strong" | "code" | "codeStrong" | "label";

const chains: Record<Typeface, readonly FaceName[]> = {
  text: ["BIZUDPMincho-Regular", "NotoSerifJP-Regular", "NotoSansJP-Regular"],
  strong: ["BIZUDPMincho-Bold", "NotoSerifJP-Bold", "NotoSansJP-Bold"],
  code: ["NotoSansMono-Regular", "NotoSansJP-Regular"],
  codeStrong: ["NotoSansMono-Bold", "NotoSansJP-Bold"],
  label: ["BIZUDPGothic-Bold", "NotoSansJP-Bold"],
};

/** A character as it will be drawn: the face that has it, and its width in thousandths of the type size. */
export type Glyph = {
  readonly codePoint: number;
  readonly face: Face;
  readonly width: number;
  readonly side: Side;
};

/**
 * The side on which a punctuation mark needs air: the left of an opening bracket, the right of a closing bracket or
 * full stop.
 */
type Side = "none" | "opening" | "closing";

const opening = new Set("（「『【［｛〈《〔〖");
const closing = new Set("、。，．）」』】］｝〉》〕〗");

function sideOf(codePoint: number, width: number): Side {
  if (width > 700) return "none";
  const character = String.fromCodePoint(codePoint);
  if (opening.has(character)) return "opening";
  return closing.has(character) ? "closing" : "none";
}

/**
 * The air between two neighbours, in thousandths of the type size. The proportional Mincho sets Japanese brackets and
 * stops on less than half a square, which looks cramped in a formal letter, so some is given back: once between two
 * marks, never at the edge of a line. From a tenth of the size on, viewers take a gap for a space when text is copied
 * or searched.
 */
export function gapBetween(before: Glyph, after: Glyph, tracking = 0): number {
  if (tracking > widestJustifying) return 0;
  if (before.side === "closing") return after.side === "closing" ? 0 : punctuationAir;
  if (after.side === "opening") return before.side === "opening" ? 0 : punctuationAir;
  return 0;
}

const punctuationAir = 70;

/**
 * The most tracking, in ems, that may fill a line: together with the air it must stay below a tenth. More is deliberate
 * spacing.
 */
export const widestJustifying = 0.028;

/** No face has the character. `position` counts characters from 1, as a person would who looks for it in the field. */
export class MissingGlyphError extends Error {
  readonly character: string;
  readonly position: number;
  readonly text: string;

  constructor(text: string, character: string, position: number) {
    const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
    super(`No font has U+${code}, character ${position} of the text`);
    this.name = "MissingGlyphError";
    this.character = character;
    this.position = position;
    this.text = text;
  }
}

/**
 * Characters that a font may list but that would print as nothing, or in the wrong place without text shaping:
 * controls, invisible format characters, variation selectors, combining marks. They are refused, because a name must
 * print as it was typed.
 */
const unprintable = /[\p{C}\p{M}\p{Zl}\p{Zp}]/u;

const known: Record<Typeface, Map<number, Glyph>> = {
  text: new Map(),
  strong: new Map(),
  code: new Map(),
  codeStrong: new Map(),
  label: new Map(),
};

function findGlyph(codePoint: number, typeface: Typeface): Glyph | undefined {
  const seen = known[typeface].get(codePoint);
  if (seen !== undefined) return seen;
  if (unprintable.test(String.fromCodePoint(codePoint))) return undefined;
  for (const name of chains[typeface]) {
    const face = faceOf(name);
    const number = face.glyphOf(codePoint);
    if (number === 0) continue;
    const width = face.widthOf(number);
    const glyph = { codePoint, face, width, side: sideOf(codePoint, width) };
    known[typeface].set(codePoint, glyph);
    return glyph;
  }
  return undefined;
}

/** Glyphs of recent texts: layout and paint ask for the same texts several times. */
const lookedUp = new Map<string, readonly Glyph[]>();

/**
 * The glyphs of a text, one per character. Throws MissingGlyphError when none of the typeface's faces has a character.
 */
export function glyphsOf(text: string, typeface: Typeface): readonly Glyph[] {
  const key = `${typeface} ${text}`;
  const seen = lookedUp.get(key);
  if (seen !== undefined) return seen;
  const glyphs: Glyph[] = [];
  for (const character of text) {
    const glyph = findGlyph(character.codePointAt(0) ?? 0, typeface);
    if (glyph === undefined) throw new MissingGlyphError(text, character, glyphs.length + 1);
    glyphs.push(glyph);
  }
  if (lookedUp.size >= 500) lookedUp.clear();
  lookedUp.set(key, glyphs);
  return glyphs;
}

/**
 * Whether a text can be printed, and if not, the first character that cannot and its position from 1. Line breaks and
 * tabs count as unprintable, so a field that allows them splits its text into lines first. Bold faces are checked too,
 * because a name may stand in either. Reads only the character maps, about 1 MB, once per process.
 */
export function canPrint(text: string): { ok: true } | { ok: false; character: string; position: number } {
  let position = 0;
  for (const character of text) {
    position++;
    const codePoint = character.codePointAt(0) ?? 0;
    if (findGlyph(codePoint, "text") === undefined || findGlyph(codePoint, "strong") === undefined) {
      return { ok: false, character, position };
    }
  }
  return { ok: true };
}
