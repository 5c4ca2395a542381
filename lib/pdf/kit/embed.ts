import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { Face } from "./faces.ts";
import { cutFont } from "./harfbuzz.ts";
import { lightened } from "./regrid.ts";
import { glyphLookup, tablesOf } from "./sfnt.ts";

/**
 * A cut font in the form that the PDF stores. A character's number is that of its glyph; when two characters of the set share
 * a glyph, the second gets a number of its own past the last glyph and `glyphMap` says so, so that text is copied back exactly.
 */
export type EmbeddedFont = {
  readonly face: Face;
  /** "ABCDEF+BIZUDPMincho-Regular"; the six letters follow from the characters, so equal documents have equal bytes. */
  readonly name: string;
  readonly numberOf: ReadonlyMap<number, number>;
  /** Widths by character number, in thousandths of the type size. */
  readonly widths: readonly number[];
  /** Deflated streams and the font file's length before deflation. */
  readonly fontFile: Uint8Array;
  readonly fontFileLength: number;
  readonly toUnicode: Uint8Array;
  /** Absent when every number is its glyph's. */
  readonly glyphMap: Uint8Array | undefined;
};

/** Cuts, numbers and compresses one face for the given code points. */
export function embedFont(face: Face, codePoints: Iterable<number>): EmbeddedFont {
  const sorted = [...codePoints].sort((a, b) => a - b);
  const cut = cutFont(face.path, sorted);
  const { cmap, maxp } = tablesOf(cut, ["cmap", "maxp"]);
  const glyphOf = glyphLookup(cmap);
  const characters: number[] = Array(maxp.readUInt16BE(4)).fill(notDefined);
  const glyphs = [...characters.keys()];
  const numberOf = new Map<number, number>();
  for (const codePoint of sorted) {
    const glyph = glyphOf(codePoint);
    if (glyph === 0) throw new Error(`The cut ${face.name} lost U+${codePoint.toString(16)}`);
    const taken = characters[glyph] !== notDefined;
    const number = taken ? characters.length : glyph;
    if (taken) glyphs.push(glyph);
    characters[number] = codePoint;
    numberOf.set(codePoint, number);
  }
  const light = lightened(cut, face.grid);
  return {
    face,
    name: `${tagOf(sorted)}+${face.name}`,
    numberOf,
    widths: characters.map((codePoint) => face.widthOf(face.glyphOf(codePoint))),
    fontFile: deflated(light),
    fontFileLength: light.length,
    toUnicode: deflated(Buffer.from(toUnicodeMap(characters), "latin1")),
    glyphMap: glyphs.length === maxp.readUInt16BE(4) ? undefined : deflated(bigEndian(glyphs)),
  };
}

/** Stands for .notdef and parts of composite glyphs, which no text uses. */
const notDefined = 0xfffd;

function bigEndian(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, 2 * index);
  return bytes;
}

/** Most streams are far smaller than zlib's usual window, whose setting-up would cost more than the work. */
export function deflated(bytes: Uint8Array): Uint8Array {
  if (bytes.length > 8192) return deflateSync(bytes);
  return deflateSync(bytes, { windowBits: bytes.length > 1024 ? 13 : 10, memLevel: 5 });
}

function tagOf(codePoints: readonly number[]): string {
  const digest = createHash("sha256").update(codePoints.join(" ")).digest();
  return String.fromCharCode(...digest.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

/** The CMap with which a viewer turns character numbers back into text (ISO 32000-1, 9.10.3). */
function toUnicodeMap(characters: readonly number[]): string {
  const blocks: string[] = [];
  let first = 1;
  while (first < characters.length) {
    // A range may not run over a multiple of 256: only the low byte of the number counts up.
    const last = Math.min(characters.length - 1, first | 0xff);
    const texts = characters.slice(first, last + 1).map((codePoint) => `<${utf16(codePoint)}>`);
    blocks.push(`1 beginbfrange\n<${hex4(first)}><${hex4(last)}>[${texts.join("")}]\nendbfrange`);
    first = last + 1;
  }
  return `/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
${blocks.join("\n")}
endcmap
CMapName currentdict/CMap defineresource pop
end
end
`;
}

function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, "0");
}

function utf16(codePoint: number): string {
  if (codePoint <= 0xffff) return hex4(codePoint);
  const above = codePoint - 0x10000;
  return hex4(0xd800 + (above >> 10)) + hex4(0xdc00 + (above & 0x3ff));
}
