import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { paint } from "#lib/pdf/kit/paint.ts";
import { rebuiltFont, tablesOf } from "#lib/pdf/kit/sfnt.ts";
import type { TextStyle } from "#lib/pdf/kit/text.ts";
import { MissingGlyphError, type Typeface } from "#lib/pdf/kit/typefaces.ts";
import { renderCertificate, renderKeyNotice } from "#lib/pdf/render.ts";
import { noticeOf } from "#tests/bench/pdf/notices.ts";
import { certificate, goldens, keyNotice, longKeyNotice, longName } from "./models.ts";
import { differingPixels, inkIn, picturesOf, readPicture, textOf } from "./raster.ts";
import { goldenPath, renderGolden } from "./render.ts";

/** Fewer pixels than the smallest mark on a page leaves; the same bytes drawn twice differ in none. */
const tolerated = 2;

describe.each(Object.keys(goldens))("the %s document", (name) => {
  it("looks like its committed picture, page for page", async () => {
    const pages = await picturesOf(await renderGolden(name));
    expect(existsSync(goldenPath(name, pages.length + 1))).toBe(false);
    for (const [index, page] of pages.entries()) {
      const golden = await readPicture(goldenPath(name, index + 1));
      expect([page.width, page.height]).toEqual([golden.width, golden.height]);
      const differing = differingPixels(page, golden);
      if (differing > tolerated) keepForLooking(`${name}-${index + 1}.png`, page.png());
      expect(differing, `page ${index + 1}; what was drawn is in .test/golden`).toBeLessThanOrEqual(
        tolerated,
      );
    }
  });

  it("has the same bytes whenever it is made", async () => {
    const first = Buffer.from(await renderGolden(name));
    await renderCertificate({ ...certificate, oath: `${certificate.oath}異なる文書を間に挟む` });
    expect(Buffer.from(await renderGolden(name)).equals(first)).toBe(true);
  });
});

describe("a lost glyph", () => {
  it.each(["都", "㈱", "、", "・"])(
    "shows in the picture when %s loses its outline, though the text can still be copied",
    async (lost) => {
      const whole = await renderCertificate({ ...certificate, oath: `${certificate.oath}㈱・` });
      const broken = await withoutOutline(whole, lost);
      expect(await textOf(broken)).toBe(await textOf(whole));
      const [before] = await picturesOf(whole);
      const [after] = await picturesOf(broken);
      if (before === undefined || after === undefined) throw new Error("No page was drawn");
      const differing = differingPixels(before, after);
      expect(differing).toBeGreaterThan(tolerated);
    },
  );

  it("leaves every rare character's ink where it belongs", async () => {
    const characters = [..."髙﨑𠮷㈱①〇"];
    const typefaces: Typeface[] = ["text", "strong", "code", "codeStrong", "label"];
    const page = typefaces.flatMap((typeface, row) =>
      characters.map((text, column) => ({
        kind: "text" as const,
        text,
        style: { typeface, size: 20 } satisfies TextStyle,
        x: 20 + 15 * column,
        y: 30 + 15 * row,
        ink: "black" as const,
      })),
    );
    const [picture] = await picturesOf(
      await paint({ title: "字", pages: [page], madeAt: undefined, stock: [] }),
      2,
    );
    if (picture === undefined) throw new Error("No page was drawn");
    const perMm = (2 * 72) / 25.4;
    for (const { x, y, text, style } of page) {
      const ink = inkIn(picture, x * perMm, (y - 7) * perMm, 8 * perMm, 8.5 * perMm);
      expect(ink, `${text} in ${style.typeface}`).toBeGreaterThan(100);
    }
    expect(inkIn(picture, 112 * perMm, 20 * perMm, 8 * perMm, 80 * perMm)).toBe(0);
  });
});

describe("the file", () => {
  it("gives number and key complete when its text is copied", async () => {
    const text = await textOf(await renderKeyNotice(keyNotice));
    expect(text).toContain("35075-00000M");
    expect(text.replaceAll(" ", "")).toContain("Z28YUE4J3Bux");
    expect(text).toContain("認証キー");
    expect(text).toContain(
      "「保証確認サービス」にログインし、上記の「保証契約番号」と「認証キー」を入力して、",
    );
  });

  it("gives every character of a long name back, rare ones included", async () => {
    const text = await textOf(await renderKeyNotice(longKeyNotice));
    const bare = (value: string): string => value.replaceAll(/[ \u3000]/g, "");
    expect(bare(text).split(bare(longName)).length - 1).toBe(3);
  });

  it("states language, title and maker, and dates only when the model gives one", async () => {
    const undated = await PDFDocument.load(await renderKeyNotice(keyNotice), { updateMetadata: false });
    expect(undated.getTitle()).toBe(keyNotice.documentTitle);
    expect(undated.getProducer()).toBe("保証デスク");
    expect(undated.getCreator()).toBe("保証デスク");
    expect(undated.getCreationDate()).toBeUndefined();
    expect(String(undated.catalog.get(PDFName.of("Lang")))).toBe("(ja)");
    expect(undated.catalog.getViewerPreferences()?.getDisplayDocTitle()).toBe(true);
    const madeAt = new Date("2026-04-04T00:00:00Z");
    const dated = await PDFDocument.load(await renderKeyNotice({ ...keyNotice, madeAt }), {
      updateMetadata: false,
    });
    expect(dated.getCreationDate()).toEqual(madeAt);
  });

  it("weighs at most 40 KB as a key notice, whatever is written in it", async () => {
    for (const notice of [keyNotice, ...Array.from({ length: 400 }, (_, n) => noticeOf(n))]) {
      const { length } = await renderKeyNotice(notice);
      expect(length, notice.workName).toBeLessThanOrEqual(40 * 1024);
    }
  });

  it("is not made at all when no font has a character", async () => {
    const made = renderKeyNotice({ ...keyNotice, workName: "道路🚧工事" });
    await expect(made).rejects.toBeInstanceOf(MissingGlyphError);
    await expect(made).rejects.toMatchObject({ character: "🚧", position: 3 });
  });
});

/** Empties the outline of one character in the embedded font that has it, and changes nothing else. */
async function withoutOutline(bytes: Uint8Array, character: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = document;
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  let emptied = 0;
  for (const [, font] of context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || font.get(PDFName.of("Subtype")) !== PDFName.of("Type0")) continue;
    const map = context.lookup(font.get(PDFName.of("ToUnicode")));
    if (!(map instanceof PDFRawStream)) throw new Error("A font has no ToUnicode");
    const [, listed = ""] = /\[([<>0-9A-F]+)\]/.exec(contentsOf(map).toString("latin1")) ?? [];
    const number = listed.slice(1, -1).split("><").indexOf(code) + 1;
    if (number === 0) continue;
    const [descendant] =
      font
        .lookup(PDFName.of("DescendantFonts"))
        ?.toString()
        .match(/[0-9]+ 0 R/) ?? [];
    const cid = context.enumerateIndirectObjects().find(([ref]) => ref.toString() === descendant)?.[1];
    if (!(cid instanceof PDFDict)) throw new Error("A font has no descendant");
    const file = cid.lookup(PDFName.of("FontDescriptor"), PDFDict).lookup(PDFName.of("FontFile2"));
    if (!(file instanceof PDFRawStream)) throw new Error("A font has no file");
    const tables = tablesOf(contentsOf(file), ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]);
    tables.loca.copy(tables.loca, 4 * number, 4 * number + 4, 4 * number + 8);
    const smaller = rebuiltFont(tables);
    const entries = { Length1: PDFNumber.of(smaller.length) };
    const ref = context.getObjectRef(file);
    if (ref === undefined) throw new Error("A font file is not an object of its own");
    context.assign(ref, context.flateStream(smaller, entries));
    emptied++;
  }
  if (emptied === 0) throw new Error(`No embedded font has ${character}`);
  return document.save();
}

function contentsOf(stream: PDFRawStream): Buffer {
  return Buffer.from(decodePDFRawStream(stream).decode());
}

function keepForLooking(name: string, png: Buffer): void {
  const folder = join(import.meta.dirname, "../../.test/golden");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), png);
}
