import { describe, expect, it } from "vitest";
import { type FaceName, faceOf } from "#lib/pdf/kit/faces.ts";
import { readOutline } from "#lib/pdf/kit/glyf.ts";
import { cutFont } from "#lib/pdf/kit/harfbuzz.ts";
import { fontFileOf } from "#lib/pdf/kit/outlines.ts";
import { glyphLookup, tablesOf } from "#lib/pdf/kit/sfnt.ts";

const names: FaceName[] = [
  "BIZUDPMincho-Regular",
  "BIZUDPMincho-Bold",
  "BIZUDPGothic-Bold",
  "NotoSansMono-Regular",
  "NotoSansMono-Bold",
  "NotoSerifJP-Regular",
  "NotoSerifJP-Bold",
  "NotoSansJP-Regular",
  "NotoSansJP-Bold",
];
/** Letters with dots and accents, which many fonts compose, and spaces, which have no outline. */
const letters = [..." !0189ABQabgijxyÄéñüİ"]
  .map((letter) => letter.codePointAt(0) ?? 0)
  .sort((a, b) => a - b);

type Box = { left: number; bottom: number; right: number; top: number };

function boxOf({ xs, ys }: { xs: readonly number[]; ys: readonly number[] }): Box | undefined {
  if (xs.length === 0) return undefined;
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

/** The bounding box at the head of a glyph, including the parts of composite ones. */
function statedBox(glyph: Buffer): Box | undefined {
  if (glyph.length === 0) return undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = [2, 4, 6, 8].map((at) => glyph.readInt16BE(at));
  return { left, bottom, right, top };
}

/** The boxes of a font's glyphs in ems, stated or measured, with what the horizontal measures say. */
function glyphsIn(
  font: Uint8Array,
  boxes: "stated" | "measured",
): { box: Box | undefined; width: number; bearing: number }[] {
  const { glyf, head, hhea, hmtx, loca, maxp } = tablesOf(font, [
    "glyf",
    "head",
    "hhea",
    "hmtx",
    "loca",
    "maxp",
  ]);
  const perEm = head.readUInt16BE(18);
  const place = (glyph: number): number =>
    head.readInt16BE(50) === 0 ? 2 * loca.readUInt16BE(2 * glyph) : loca.readUInt32BE(4 * glyph);
  const partOf = (glyph: number): Buffer => glyf.subarray(place(glyph), place(glyph + 1));
  const measured = hhea.readUInt16BE(34);
  return Array.from({ length: maxp.readUInt16BE(4) }, (_, glyph) => {
    const box = boxes === "stated" ? statedBox(partOf(glyph)) : boxOf(readOutline(partOf(glyph), partOf));
    const own = Math.min(glyph, measured - 1);
    return {
      box: box && {
        left: box.left / perEm,
        bottom: box.bottom / perEm,
        right: box.right / perEm,
        top: box.top / perEm,
      },
      width: hmtx.readUInt16BE(4 * own) / perEm,
      bearing: hmtx.readInt16BE(glyph < measured ? 4 * glyph + 2 : 2 * (measured + glyph)) / perEm,
    };
  });
}

describe.each(names)("the embedded %s", (name) => {
  const face = faceOf(name);
  const known = letters.filter((codePoint) => face.glyphOf(codePoint) !== 0);
  const embedded = glyphsIn(fontFileOf(face, known), "measured");

  it("holds one glyph per character after an empty first one", () => {
    expect(known.length).toBeGreaterThan(10);
    expect(embedded).toHaveLength(known.length + 1);
    expect(embedded[0]?.box).toBeUndefined();
  });

  it("draws each character where HarfBuzz's cut of the original draws it, to half a unit of its grid", () => {
    const cut = cutFont(face.path, known);
    const originals = glyphsIn(cut, "stated");
    const glyphOf = glyphLookup(tablesOf(cut, ["cmap"]).cmap);
    const tolerance = 0.51 / face.grid;
    for (const [index, codePoint] of known.entries()) {
      const letter = String.fromCodePoint(codePoint);
      const original = originals[glyphOf(codePoint)];
      const drawn = embedded[index + 1];
      expect(drawn?.box === undefined, letter).toBe(original?.box === undefined);
      for (const side of ["left", "bottom", "right", "top"] as const) {
        const difference = Math.abs((drawn?.box?.[side] ?? 0) - (original?.box?.[side] ?? 0));
        expect(difference, `${letter} ${side}`).toBeLessThanOrEqual(tolerance);
      }
      expect(Math.abs((drawn?.width ?? 0) - (original?.width ?? 0)), letter).toBeLessThanOrEqual(
        2 * tolerance,
      );
    }
  });

  it("states each outline's left edge as its bearing, without which viewers shift the character", () => {
    for (const { box, bearing } of embedded) expect(bearing).toBe(box?.left ?? 0);
  });
});
