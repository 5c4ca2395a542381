import { createRequire } from "node:module";
import { join } from "node:path";
import { glyphLookup, readTables } from "./sfnt.ts";

/**
 * One font file as the layout sees it: which characters it has and how wide they are, in thousandths of the type size.
 */
export type Face = {
  /** The PostScript name that the PDF gives it. */
  readonly name: string;
  readonly path: string;
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly [number, number, number, number];
  /** Units to the em of the embedded outlines, to which the file's own are rounded. */
  readonly grid: number;
  /** The head tables of an embedded font on that grid; only its number of glyphs is missing. */
  readonly frame: { readonly head: Buffer; readonly hhea: Buffer; readonly maxp: Buffer };
  /** The glyph number of a code point; 0 when the face does not have it. */
  readonly glyphOf: (codePoint: number) => number;
  readonly widthOf: (glyph: number) => number;
};

/**
 * Finds files of installed packages, starting at the project's root, because bundlers rewrite paths relative to a
 * module.
 */
const installed = createRequire(join(process.cwd(), "package.json"));

/** The absolute path of a file inside an installed npm package. */
export function packageFile(specifier: string): string {
  return installed.resolve(specifier);
}

const fontFiles = {
  "BIZUDPMincho-Regular": "biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf",
  "BIZUDPMincho-Bold": "biz-udpmincho/700Bold/BIZUDPMincho_700Bold.ttf",
  "BIZUDPGothic-Bold": "biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf",
  "NotoSansMono-Regular": "noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf",
  "NotoSansMono-Bold": "noto-sans-mono/700Bold/NotoSansMono_700Bold.ttf",
  "NotoSerifJP-Regular": "noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf",
  "NotoSerifJP-Bold": "noto-serif-jp/700Bold/NotoSerifJP_700Bold.ttf",
  "NotoSansJP-Regular": "noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf",
  "NotoSansJP-Bold": "noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf",
} as const;

/**
 * Outlines make up nearly all of a document's size, and small steps compress better. At 384 units to the em, an 11
 * point character is placed to 10 thousandths of a millimetre, half a dot at 1200 dots per inch.
 */
const grid = 384;

export type FaceName = keyof typeof fontFiles;

const opened = new Map<FaceName, Face>();

/** The face of a name, opened once per process; only its small tables are read. */
export function faceOf(name: FaceName): Face {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const face = openFace(name);
  opened.set(name, face);
  return face;
}

function openFace(name: FaceName): Face {
  const path = packageFile(`@expo-google-fonts/${fontFiles[name]}`);
  const { cmap, head, hhea, hmtx, maxp } = readTables(path, ["cmap", "head", "hhea", "hmtx", "maxp"]);
  const perEm = head.readUInt16BE(18);
  const scale = (value: number): number => Math.round((value * 1000) / perEm);
  const measured = hhea.readUInt16BE(34);
  return {
    name,
    path,
    grid,
    frame: frameOf(head, hhea, maxp, grid),
    ascent: scale(hhea.readInt16BE(4)),
    descent: scale(hhea.readInt16BE(6)),
    box: [
      scale(head.readInt16BE(36)),
      scale(head.readInt16BE(38)),
      scale(head.readInt16BE(40)),
      scale(head.readInt16BE(42)),
    ],
    glyphOf: glyphLookup(cmap),
    widthOf: (glyph) => scale(hmtx.readUInt16BE(4 * Math.min(glyph, measured - 1))),
  };
}

/** The head tables of a font redrawn on another grid: lengths scaled, long offsets, no instructions, no composites. */
function frameOf(head: Buffer, hhea: Buffer, maxp: Buffer, grid: number): Face["frame"] {
  const scale = grid / head.readUInt16BE(18);
  const scaled = (table: Buffer, offsets: readonly number[]): Buffer => {
    const copy = Buffer.from(table);
    for (const offset of offsets) copy.writeInt16BE(Math.round(scale * table.readInt16BE(offset)), offset);
    return copy;
  };
  const newHead = scaled(head, [36, 38, 40, 42]);
  newHead.writeUInt16BE(grid, 18);
  newHead.writeInt16BE(1, 50);
  const newMaxp = Buffer.from(maxp);
  newMaxp.writeUInt16BE(Math.max(maxp.readUInt16BE(6), maxp.readUInt16BE(10)), 6);
  newMaxp.writeUInt16BE(Math.max(maxp.readUInt16BE(8), maxp.readUInt16BE(12)), 8);
  newMaxp.fill(0, 10);
  newMaxp.writeUInt16BE(1, 14);
  return { head: newHead, hhea: scaled(hhea, [4, 6, 8, 10, 12, 14, 16]), maxp: newMaxp };
}
