import type { Placed } from "./content.ts";
import { type EmbeddedFont, embedFont } from "./embed.ts";
import type { Face } from "./faces.ts";
import type { Layout } from "./operations.ts";
import { type Glyph, glyphsOf } from "./typefaces.ts";

/** The fonts of a document by the names its pages use, and the place of each glyph in them. */
export type DocumentFonts = {
  readonly fonts: ReadonlyMap<string, EmbeddedFont>;
  readonly place: (glyph: Glyph) => Placed;
};

/**
 * The fonts for the words that all documents of a kind share, one per kind and face, kept as long as the process runs.
 */
const shared = new WeakMap<Layout["stock"], Map<Face, EmbeddedFont>>();

/**
 * Embeds what a layout draws. Characters of the layout's stock come from a cut made once per process; only the rest, a
 * few names and numbers, is cut for each document. The result never depends on what the process did before.
 */
export function fontsOf(layout: Layout): DocumentFonts {
  const stock = sharedFonts(layout.stock);
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
  const places = new Map<Face, { font: string; codeOf: ReadonlyMap<number, string> }[]>();
  const add = (embedded: EmbeddedFont): void => {
    const font = `F${fonts.size + 1}`;
    fonts.set(font, embedded);
    const others = places.get(embedded.face);
    if (others === undefined) places.set(embedded.face, [{ font, codeOf: embedded.codeOf }]);
    else others.push({ font, codeOf: embedded.codeOf });
  };
  for (const [face, codePoints] of drawn) {
    const common = stock.get(face);
    if (common !== undefined) add(common);
    const rest = [...codePoints].filter((codePoint) => common?.codeOf.has(codePoint) !== true);
    if (rest.length > 0) add(embedFont(face, rest));
  }
  return {
    fonts,
    place: ({ face, codePoint }) => {
      for (const { font, codeOf } of places.get(face) ?? []) {
        const code = codeOf.get(codePoint);
        if (code !== undefined) return { font, code };
      }
      throw new Error(`U+${codePoint.toString(16)} was not embedded`);
    },
  };
}

function sharedFonts(stock: Layout["stock"]): ReadonlyMap<Face, EmbeddedFont> {
  const known = shared.get(stock);
  if (known !== undefined) return known;
  const fonts = new Map<Face, EmbeddedFont>();
  for (const [face, codePoints] of byFace(stock)) fonts.set(face, embedFont(face, codePoints));
  shared.set(stock, fonts);
  return fonts;
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
