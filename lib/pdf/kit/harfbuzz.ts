import { readFileSync } from "node:fs";
import { packageFile } from "./faces.ts";

/** The part of HarfBuzz's C interface (hb-subset.h) that cutting needs. Handles are addresses in its memory. */
type HarfBuzz = {
  memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(bytes: number): number;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
  hb_subset_preprocess(face: number): number;
};

const readOnlyMode = 1;
const dropTableTags = 3;
const layoutFeatureTags = 6;
const noHinting = 0x1;
const noLayoutClosure = 0x200;

/** Tables that no PDF viewer reads from an embedded TrueType font. */
const dropped = [
  "GSUB",
  "GPOS",
  "GDEF",
  "BASE",
  "DSIG",
  "OS/2",
  "STAT",
  "VORG",
  "gasp",
  "meta",
  "name",
  "post",
  "vhea",
  "vmtx",
].map((tag) => Buffer.from(tag, "latin1").readUInt32BE(0));

let compiled: WebAssembly.Module | undefined;

const functions: readonly (keyof HarfBuzz)[] = [
  "_initialize",
  "malloc",
  "hb_blob_create",
  "hb_blob_destroy",
  "hb_blob_get_data",
  "hb_blob_get_length",
  "hb_face_create",
  "hb_face_destroy",
  "hb_face_reference_blob",
  "hb_set_add",
  "hb_set_clear",
  "hb_subset_input_create_or_fail",
  "hb_subset_input_destroy",
  "hb_subset_input_set",
  "hb_subset_input_set_flags",
  "hb_subset_input_unicode_set",
  "hb_subset_or_fail",
  "hb_subset_preprocess",
];

function isHarfBuzz(exports: WebAssembly.Exports): exports is HarfBuzz {
  return (
    exports.memory instanceof WebAssembly.Memory &&
    functions.every((name) => typeof exports[name] === "function")
  );
}

type Prepared = { hb: HarfBuzz; face: number };

const prepared = new Map<string, Prepared>();

/**
 * A font ready to be cut, in a HarfBuzz instance of its own. A module has 65 MB of memory that cannot grow, and a
 * prepared Mincho takes 15 MB: with all faces in one instance, a certificate with 𠮷 in its names failed when one more
 * face was needed.
 */
function preparedFace(path: string): Prepared {
  const known = prepared.get(path);
  if (known !== undefined) return known;
  compiled ??= new WebAssembly.Module(readFileSync(packageFile("harfbuzzjs/dist/harfbuzz-subset.wasm")));
  const hb = new WebAssembly.Instance(compiled).exports;
  if (!isHarfBuzz(hb)) throw new Error("harfbuzz-subset.wasm is not what it was when this was written");
  hb._initialize();
  const bytes = readFileSync(path);
  const at = allocated(hb.malloc(bytes.length));
  new Uint8Array(hb.memory.buffer).set(bytes, at);
  const blob = hb.hb_blob_create(at, bytes.length, readOnlyMode, 0, 0);
  const face = allocated(hb.hb_subset_preprocess(hb.hb_face_create(blob, 0)));
  const fresh = { hb, face };
  prepared.set(path, fresh);
  return fresh;
}

function allocated(handle: number): number {
  if (handle === 0) throw new Error("HarfBuzz ran out of memory");
  return handle;
}

/**
 * Cuts a font file down to the glyphs of the given code points (and .notdef) and returns a small TrueType file: glyphs
 * renumbered, hinting and layout tables dropped, the character map kept. The whole font stays prepared in WebAssembly
 * memory (10-20 MB a face, once per process), because preparing takes tens of milliseconds and a cut about 0.2.
 */
export function cutFont(path: string, codePoints: Iterable<number>): Uint8Array {
  const { hb, face } = preparedFace(path);
  const input = allocated(hb.hb_subset_input_create_or_fail());
  try {
    hb.hb_set_clear(hb.hb_subset_input_set(input, layoutFeatureTags));
    const tables = hb.hb_subset_input_set(input, dropTableTags);
    for (const tag of dropped) hb.hb_set_add(tables, tag);
    hb.hb_subset_input_set_flags(input, noHinting | noLayoutClosure);
    const kept = hb.hb_subset_input_unicode_set(input);
    for (const codePoint of codePoints) hb.hb_set_add(kept, codePoint);
    const cut = hb.hb_subset_or_fail(face, input);
    if (cut === 0) throw new Error(`HarfBuzz could not cut ${path}`);
    const blob = hb.hb_face_reference_blob(cut);
    const from = hb.hb_blob_get_data(blob, 0);
    const bytes = new Uint8Array(hb.memory.buffer).slice(from, from + hb.hb_blob_get_length(blob));
    hb.hb_blob_destroy(blob);
    hb.hb_face_destroy(cut);
    return bytes;
  } finally {
    hb.hb_subset_input_destroy(input);
  }
}
