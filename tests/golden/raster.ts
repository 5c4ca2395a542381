import { readFileSync } from "node:fs";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import pixelmatch from "pixelmatch";

/** Pixels of one page, four bytes each (red, green, blue, opacity), row by row from the top. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
  readonly png: () => Buffer;
};

/** Draws every page of a PDF with pdf.js, `scale` pixels to the point; glyphs are drawn from the file's own outlines. */
export async function picturesOf(bytes: Uint8Array, scale = 1): Promise<Picture[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), disableFontFace: true, verbosity: 0 });
  const document = await task.promise;
  const pictures: Picture[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale });
    const [width, height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    // pdf.js is typed for a browser's canvas; this one has the same interface.
    await page.render({
      canvas: null,
      canvasContext: context as unknown as CanvasRenderingContext2D,
      viewport,
    }).promise;
    pictures.push({
      width,
      height,
      pixels: context.getImageData(0, 0, width, height).data,
      png: () => canvas.toBuffer("image/png"),
    });
  }
  await task.destroy();
  return pictures;
}

/** The text of a PDF as a viewer copies it, all pages, without line ends. */
export async function textOf(bytes: Uint8Array): Promise<string> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  let text = "";
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent();
    for (const item of content.items) if ("str" in item) text += item.str;
  }
  await task.destroy();
  return text;
}

/** A committed picture. */
export async function readPicture(path: string): Promise<Picture> {
  const image = await loadImage(readFileSync(path));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return {
    width: image.width,
    height: image.height,
    pixels: context.getImageData(0, 0, image.width, image.height).data,
    png: () => canvas.toBuffer("image/png"),
  };
}

/**
 * In how many pixels two pictures of the same size differ. Antialiased edges count: a lost 、 in small type is hardly
 * more than its edge.
 */
export function differingPixels(a: Picture, b: Picture): number {
  return pixelmatch(a.pixels, b.pixels, undefined, a.width, a.height, { threshold: 0.1, includeAA: true });
}

/** How many pixels in a rectangle are darker than medium grey. */
export function inkIn(picture: Picture, x: number, y: number, width: number, height: number): number {
  let dark = 0;
  for (let row = Math.floor(y); row < y + height; row++) {
    for (let column = Math.floor(x); column < x + width; column++) {
      if ((picture.pixels[4 * (row * picture.width + column) + 1] ?? 255) < 128) dark++;
    }
  }
  return dark;
}
