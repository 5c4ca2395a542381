import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { Face } from "./faces.ts";
import { fontFileOf } from "./outlines.ts";

/**
 * A cut font as the PDF stores it. Characters are numbered from 1 in the order of their code points, and each has a
 * glyph of its own, so that text is copied back exactly even where the original font shares a glyph.
 */
export type EmbeddedFont = {
  readonly face: Face;
  /**
   * "ABCDEF+BIZUDPMincho-Regular"; the six letters follow from the characters, so that equal documents have equal
   * bytes.
   */
  readonly name: string;
  /** The two-byte number of each code point, in hexadecimal, as a page writes it. */
  readonly codeOf: ReadonlyMap<number, string>;
  /** Widths by character number from 1, in thousandths of the type size. */
  readonly widths: readonly number[];
  /** Deflated. */
  readonly fontFile: Uint8Array;
  /** The font file's length before deflation. */
  readonly fontFileLength: number;
  /** Deflated. */
  readonly toUnicode: Uint8Array;
};

/** Cuts, numbers and compresses one face for the given code points. */
export function embedFont(face: Face, codePoints: Iterable<number>): EmbeddedFont {
  const sorted = [...codePoints].sort((a, b) => a - b);
  const file = fontFileOf(face, sorted);
  return {
    face,
    name: `${tagOf(sorted)}+${face.name}`,
    codeOf: new Map(sorted.map((codePoint, index) => [codePoint, hex4(index + 1)])),
    widths: sorted.map((codePoint) => face.widthOf(face.glyphOf(codePoint))),
    fontFile: deflateSync(file),
    fontFileLength: file.length,
    toUnicode: deflateSync(Buffer.from(toUnicodeMap(sorted), "latin1")),
  };
}

function tagOf(codePoints: readonly number[]): string {
  const digest = createHash("sha256").update(codePoints.join(" ")).digest();
  return String.fromCharCode(...digest.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

/** The CMap by which a viewer turns character numbers back into text (ISO 32000-1, 9.10.3). */
function toUnicodeMap(sorted: readonly number[]): string {
  const blocks: string[] = [];
  let first = 1;
  while (first <= sorted.length) {
    // A range may not cross a multiple of 256, because only the low byte of the number counts up.
    const last = Math.min(sorted.length, first | 0xff);
    const texts = sorted.slice(first - 1, last).map((codePoint) => `<${utf16(codePoint)}>`);
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
