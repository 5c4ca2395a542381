import { closeSync, openSync, readSync } from "node:fs";

/**
 * Reads the named tables of a TrueType file by position, without the outlines (4-7 MB a face), so that a process that
 * only checks characters stays small. A missing table is an error. Source: OpenType 1.9, "Organization of an OpenType
 * Font".
 */
export function readTables<Tag extends string>(path: string, tags: readonly Tag[]): Record<Tag, Buffer> {
  const file = openSync(path, "r");
  try {
    const read = (at: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      if (readSync(file, bytes, 0, length, at) !== length) throw new Error(`Font ${path} ends early`);
      return bytes;
    };
    const count = read(0, 12).readUInt16BE(4);
    const directory = read(12, 16 * count);
    return pickTables(directory, count, tags, read);
  } finally {
    closeSync(file);
  }
}

/** The named tables of a font in memory, such as a cut one. */
export function tablesOf<Tag extends string>(font: Uint8Array, tags: readonly Tag[]): Record<Tag, Buffer> {
  const bytes = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  const count = bytes.readUInt16BE(4);
  return pickTables(bytes.subarray(12), count, tags, (at, length) => bytes.subarray(at, at + length));
}

function pickTables<Tag extends string>(
  directory: Buffer,
  count: number,
  tags: readonly Tag[],
  read: (at: number, length: number) => Buffer,
): Record<Tag, Buffer> {
  const found = new Map<string, Buffer>();
  for (let entry = 0; entry < count; entry++) {
    const at = 16 * entry;
    const tag = directory.toString("latin1", at, at + 4);
    if (tags.some((name) => name === tag)) {
      found.set(tag, read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12)));
    }
  }
  const entries = tags.map((tag): [Tag, Buffer] => {
    const table = found.get(tag);
    if (table === undefined) throw new Error(`Font has no table ${tag}`);
    return [tag, table];
  });
  return Object.fromEntries(entries) as Record<Tag, Buffer>;
}

/**
 * A lookup from code point to glyph number, 0 when the font does not have it. It reads the table's full-Unicode part
 * (format 12), or else its two-byte part (format 4), which HarfBuzz keeps in a cut font when every character is below
 * U+10000.
 */
export function glyphLookup(cmap: Buffer): (codePoint: number) => number {
  const parts = new Map<number, number>();
  for (let entry = 0; entry < cmap.readUInt16BE(2); entry++) {
    const at = cmap.readUInt32BE(4 + 8 * entry + 4);
    parts.set(cmap.readUInt16BE(at), at);
  }
  const wide = parts.get(12);
  if (wide !== undefined) return (codePoint) => lookUpGroups(cmap, wide, codePoint);
  const narrow = parts.get(4);
  if (narrow !== undefined) return (codePoint) => lookUpSegments(cmap, narrow, codePoint);
  throw new Error("Font has no Unicode character map of format 4 or 12");
}

function lookUpGroups(cmap: Buffer, at: number, codePoint: number): number {
  let low = 0;
  let high = cmap.readUInt32BE(at + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = at + 16 + 12 * middle;
    const first = cmap.readUInt32BE(group);
    if (codePoint < first) high = middle - 1;
    else if (codePoint > cmap.readUInt32BE(group + 4)) low = middle + 1;
    else return cmap.readUInt32BE(group + 8) + codePoint - first;
  }
  return 0;
}

function lookUpSegments(cmap: Buffer, at: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0;
  const size = cmap.readUInt16BE(at + 6);
  for (let segment = 0; segment < size; segment += 2) {
    if (codePoint > cmap.readUInt16BE(at + 14 + segment)) continue;
    const first = cmap.readUInt16BE(at + 16 + size + segment);
    if (codePoint < first) return 0;
    const delta = cmap.readUInt16BE(at + 16 + 2 * size + segment);
    const rangeAt = at + 16 + 3 * size + segment;
    const range = cmap.readUInt16BE(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = cmap.readUInt16BE(rangeAt + range + 2 * (codePoint - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/**
 * A TrueType file of the given tables, in the order of their tags as the format requires. Checksums are zero, since no
 * PDF viewer reads them.
 */
export function rebuiltFont(tables: Readonly<Record<string, Buffer>>): Uint8Array {
  const entries = Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + 16 * entries.length);
  const power = Math.floor(Math.log2(entries.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(entries.length, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (entries.length - 2 ** power), 10);
  const parts: Buffer[] = [directory];
  let at = directory.length;
  for (const [index, [tag, table]] of entries.entries()) {
    directory.write(tag, 12 + 16 * index, "latin1");
    directory.writeUInt32BE(at, 12 + 16 * index + 8);
    directory.writeUInt32BE(table.length, 12 + 16 * index + 12);
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4);
    parts.push(table, padding);
    at += table.length + padding.length;
  }
  return Buffer.concat(parts);
}
