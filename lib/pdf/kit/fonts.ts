import type { Placed } from "./content.ts";
import { type EmbeddedFont, embedFont } from "./embed.ts";
import type { Face } from "./faces.ts";
import type { Layout } from "./operations.ts";
import { type Glyph, glyphsOf } from "./typefaces.ts";

/** The fonts of a document by the names that its pages use, and where each glyph stands among them. */
export type DocumentFonts = {
  readonly fonts: ReadonlyMap<string, EmbeddedFont>;
  readonly place: (glyph: Glyph) => Placed;
};

/** Cut fonts of the words that all documents of a kind share, kept for the life of the process: one per kind and face. */
const shared = new Map<string, EmbeddedFont>();

/**
 * Embeds what a layout draws. Characters of the layout's stock come from a cut made once per process; only the rest, a few
 * names and numbers, is cut for the document. What the process did before never shows in the result.
 */
export function fontsOf(layout: Layout): DocumentFonts {
  const stock = byFace(layout.stock);
  const drawn = byFace(
    layout.pages
      .flat()
      .flatMap((operation) =>
        operation.kind === "text" || operation.kind === "outline"
          ? [{ typeface: operation.style.typeface, text: operation.text }]
          : [],
      ),
  );
  const fonts = new Map<string, EmbeddedFont>();
  const places = new Map<Face, Map<number, Placed>>();
  const add = (embedded: EmbeddedFont): void => {
    const font = `F${fonts.size + 1}`;
    fonts.set(font, embedded);
    const known = places.get(embedded.face) ?? new Map<number, Placed>();
    for (const [codePoint, number] of embedded.numberOf) {
      known.set(codePoint, { font, code: number.toString(16).toUpperCase().padStart(4, "0") });
    }
    places.set(embedded.face, known);
  };
  for (const [face, codePoints] of drawn) {
    const common = stock.get(face) ?? new Set<number>();
    if (common.size > 0) add(sharedFont(face, common));
    const rest = codePoints.difference(common);
    if (rest.size > 0) add(embedFont(face, rest));
  }
  return {
    fonts,
    place: ({ face, codePoint }) => {
      const placed = places.get(face)?.get(codePoint);
      if (placed === undefined) throw new Error(`U+${codePoint.toString(16)} was not embedded`);
      return placed;
    },
  };
}

function sharedFont(face: Face, codePoints: ReadonlySet<number>): EmbeddedFont {
  const key = `${face.name} ${[...codePoints].join(" ")}`;
  const known = shared.get(key);
  if (known !== undefined) return known;
  const embedded = embedFont(face, codePoints);
  shared.set(key, embedded);
  return embedded;
}

function byFace(texts: Layout["stock"]): Map<Face, Set<number>> {
  const sets = new Map<Face, Set<number>>();
  for (const { typeface, text } of texts) {
    for (const { face, codePoint } of glyphsOf(text, typeface)) {
      const set = sets.get(face);
      if (set === undefined) sets.set(face, new Set([codePoint]));
      else set.add(codePoint);
    }
  }
  return sets;
}
