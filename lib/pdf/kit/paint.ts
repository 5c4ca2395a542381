import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { PDFContext, PDFHexString, PDFRawStream, type PDFRef, PDFStreamWriter, PDFString } from "pdf-lib";
import { contentOf } from "./content.ts";
import type { EmbeddedFont } from "./embed.ts";
import { fontsOf } from "./fonts.ts";
import type { Layout } from "./operations.ts";
import { pageHeightMm, pageWidthMm, pointsPerMm } from "./units.ts";

const program = "保証デスク";
const squareWidth = 1000;
/** The writer can pause after so many objects; a document of about forty does not need it. */
const pausesBetweenObjects = Number.POSITIVE_INFINITY;
/** All of a document's dictionaries go into one stream, where they are compressed together. */
const objectsPerStream = 500;

/**
 * Draws a layout into the bytes of a PDF 1.7: A4, fonts cut and embedded, language and title set. Equal layouts give
 * equal bytes: no clock, no random id. The fonts are written by hand, because pdf-lib's embedFont loses Japanese glyphs
 * when it cuts a font and parses an already cut one again for every document.
 */
export async function paint(layout: Layout): Promise<Uint8Array> {
  const context = PDFContext.create();
  const { fonts, place } = fontsOf(layout);
  const names = [...fonts].map(([name, font]): [string, PDFRef] => [name, writeFont(context, font)]);
  const resources = context.register(context.obj({ Font: Object.fromEntries(names) }));
  const tree = context.nextRef();
  const contents = layout.pages.map((page) => contentOf(page, place));
  const kids = contents.map((content) =>
    context.register(
      context.obj({
        Type: "Page",
        Parent: tree,
        MediaBox: [0, 0, rounded(pageWidthMm * pointsPerMm), rounded(pageHeightMm * pointsPerMm)],
        Resources: resources,
        Contents: writeStream(context, deflateSync(Buffer.from(content, "latin1")), {}),
      }),
    ),
  );
  context.assign(tree, context.obj({ Type: "Pages", Kids: kids, Count: kids.length }));
  context.trailerInfo.Root = context.register(
    context.obj({
      Type: "Catalog",
      Pages: tree,
      Lang: PDFString.of("ja"),
      ViewerPreferences: { DisplayDocTitle: true },
    }),
  );
  const dates = layout.madeAt === undefined ? {} : datesOf(layout.madeAt);
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: PDFHexString.fromText(layout.title),
      Producer: PDFHexString.fromText(program),
      Creator: PDFHexString.fromText(program),
      ...dates,
    }),
  );
  const digest = createHash("sha256").update(layout.title).update(contents.join("\n")).digest("hex");
  const id = PDFHexString.of(digest.slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
  const writer = PDFStreamWriter.forContext(context, pausesBetweenObjects, true, objectsPerStream);
  return writer.serializeToBuffer();
}

/** A composite font with two-byte character numbers (ISO 32000-1, 9.7): Type0 over CIDFontType2, Identity-H. */
function writeFont(context: PDFContext, embedded: EmbeddedFont): PDFRef {
  const { face, name } = embedded;
  const descriptor = context.obj({
    Type: "FontDescriptor",
    FontName: name,
    Flags: 4,
    FontBBox: [...face.box],
    ItalicAngle: 0,
    Ascent: face.ascent,
    Descent: face.descent,
    CapHeight: face.ascent,
    StemV: 80,
    FontFile2: writeStream(context, embedded.fontFile, { Length1: embedded.fontFileLength }),
  });
  const descendant = context.obj({
    Type: "Font",
    Subtype: "CIDFontType2",
    BaseFont: name,
    CIDSystemInfo: { Registry: PDFString.of("Adobe"), Ordering: PDFString.of("Identity"), Supplement: 0 },
    FontDescriptor: context.register(descriptor),
    DW: squareWidth,
    W: widthsOf(embedded.widths),
    CIDToGIDMap: "Identity",
  });
  const font = context.obj({
    Type: "Font",
    Subtype: "Type0",
    BaseFont: name,
    Encoding: "Identity-H",
    DescendantFonts: [context.register(descendant)],
    ToUnicode: writeStream(context, embedded.toUnicode, {}),
  });
  return context.register(font);
}

/**
 * The widths that differ from a full square, in runs that begin at a character number; most Japanese characters need
 * none.
 */
function widthsOf(widths: readonly number[]): (number | number[])[] {
  const runs: (number | number[])[] = [];
  let run: number[] | undefined;
  for (const [index, width] of widths.entries()) {
    if (width === squareWidth) {
      run = undefined;
    } else if (run === undefined) {
      run = [width];
      runs.push(index + 1, run);
    } else {
      run.push(width);
    }
  }
  return runs;
}

function writeStream(context: PDFContext, deflated: Uint8Array, entries: Record<string, number>): PDFRef {
  return context.register(PDFRawStream.of(context.obj({ ...entries, Filter: "FlateDecode" }), deflated));
}

function datesOf(instant: Date): { CreationDate: PDFString; ModDate: PDFString } {
  const date = PDFString.fromDate(instant);
  return { CreationDate: date, ModDate: date };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
