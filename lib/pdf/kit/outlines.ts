import type { Face } from "./faces.ts";
import { readOutline, writeOutline } from "./glyf.ts";
import { cutFont } from "./harfbuzz.ts";
import { glyphLookup, rebuiltFont, tablesOf } from "./sfnt.ts";

/**
 * The outlines cut from each face so far, ready to be put into a file: at most the face's 12,000 characters of about
 * 200 bytes.
 */
const kept = new Map<Face, Map<number, Buffer>>();

/** The outlines of the code points, in their order; HarfBuzz cuts those that are new to the process in one go. */
function outlinesOf(face: Face, codePoints: readonly number[]): Buffer[] {
  const known = kept.get(face) ?? new Map<number, Buffer>();
  kept.set(face, known);
  const missing = codePoints.filter((codePoint) => !known.has(codePoint));
  if (missing.length > 0) {
    for (const [codePoint, outline] of cutOutlines(face, missing)) known.set(codePoint, outline);
  }
  return codePoints.map((codePoint) => {
    const outline = known.get(codePoint);
    if (outline === undefined) throw new Error(`The cut ${face.name} lost U+${codePoint.toString(16)}`);
    return outline;
  });
}

function cutOutlines(face: Face, codePoints: readonly number[]): [number, Buffer][] {
  const { cmap, glyf, head, loca } = tablesOf(cutFont(face.path, codePoints), [
    "cmap",
    "glyf",
    "head",
    "loca",
  ]);
  const glyphOf = glyphLookup(cmap);
  const place = (glyph: number): number =>
    head.readInt16BE(50) === 0 ? 2 * loca.readUInt16BE(2 * glyph) : loca.readUInt32BE(4 * glyph);
  const partOf = (glyph: number): Buffer => glyf.subarray(place(glyph), place(glyph + 1));
  const scale = face.grid / head.readUInt16BE(18);
  return codePoints.map((codePoint) => {
    const glyph = glyphOf(codePoint);
    if (glyph === 0) throw new Error(`The cut ${face.name} lost U+${codePoint.toString(16)}`);
    return [codePoint, writeOutline(readOutline(partOf(glyph), partOf), scale)];
  });
}

/**
 * A TrueType file in which glyph n (from 1) draws the nth code point, with only the tables that a PDF viewer reads.
 * Glyph 0 is empty. Outlines are on the face's grid, which makes the file about a fifth smaller than with the
 * original's 2048 units to the em.
 */
export function fontFileOf(face: Face, codePoints: readonly number[]): Uint8Array {
  const outlines = outlinesOf(face, codePoints);
  const count = outlines.length + 1;
  const places = Buffer.alloc(4 * (count + 1));
  const measures = Buffer.alloc(4 * count);
  let end = 0;
  for (const [index, outline] of outlines.entries()) {
    const codePoint = codePoints[index] ?? 0;
    end += outline.length;
    places.writeUInt32BE(end, 4 * (index + 2));
    const width = face.widthOf(face.glyphOf(codePoint));
    measures.writeUInt16BE(Math.round((width * face.grid) / 1000), 4 * (index + 1));
    // Viewers shift an outline by the difference between its left edge and this bearing, so both must be the same
    // number.
    measures.writeInt16BE(outline.length === 0 ? 0 : outline.readInt16BE(2), 4 * (index + 1) + 2);
  }
  const { head, hhea, maxp } = face.frame;
  const ownHhea = Buffer.from(hhea);
  ownHhea.writeUInt16BE(count, 34);
  const ownMaxp = Buffer.from(maxp);
  ownMaxp.writeUInt16BE(count, 4);
  return rebuiltFont({
    glyf: Buffer.concat(outlines, end),
    head,
    hhea: ownHhea,
    hmtx: measures,
    loca: places,
    maxp: ownMaxp,
  });
}
