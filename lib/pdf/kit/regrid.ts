import { rebuiltFont, tablesOf } from "./sfnt.ts";

const onCurve = 0x01;
const shortX = 0x02;
const shortY = 0x04;
const repeated = 0x08;
const sameX = 0x10;
const sameY = 0x20;

/**
 * A cut font without its character map, and with outlines rounded to `grid` units per em, because outlines are nearly all of a
 * document's weight and small steps pack better. On a grid of 512 an 11 point character is placed to 8 thousandths of a
 * millimetre, a third of a dot at 1200 dots per inch. A font with composite glyphs only loses the map. Source: OpenType 1.9, "glyf".
 */
export function lightened(cut: Uint8Array, grid: number | undefined): Uint8Array {
  const tables = tablesOf(cut, ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]);
  const { glyf, head, hhea, hmtx, loca, maxp } = tables;
  if (grid === undefined) return rebuiltFont(tables);
  const scale = grid / head.readUInt16BE(18);
  const count = maxp.readUInt16BE(4);
  const measured = hhea.readUInt16BE(34);
  const shortPlaces = head.readInt16BE(50) === 0;
  const placeOf = (glyph: number): number =>
    shortPlaces ? 2 * loca.readUInt16BE(2 * glyph) : loca.readUInt32BE(4 * glyph);

  const outlines = Buffer.alloc(2 * glyf.length + 64 * count);
  const places = Buffer.alloc(4 * (count + 1));
  const measures = Buffer.from(hmtx);
  let end = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    const from = placeOf(glyph);
    const drawn = placeOf(glyph + 1) > from;
    if (drawn && glyf.readInt16BE(from) < 0) return rebuiltFont(tables);
    const start = end;
    if (drawn) end = writeGlyph(outlines, start, glyf, from, scale);
    places.writeUInt32BE(end, 4 * (glyph + 1));
    // Viewers shift an outline by the difference between its left edge and this bearing: both must round alike.
    const bearing = glyph < measured ? 4 * glyph + 2 : 4 * measured + 2 * (glyph - measured);
    measures.writeInt16BE(drawn ? outlines.readInt16BE(start + 2) : 0, bearing);
    if (glyph < measured) measures.writeUInt16BE(Math.round(scale * hmtx.readUInt16BE(4 * glyph)), 4 * glyph);
  }
  const newHead = scaledFields(head, [36, 38, 40, 42], scale);
  newHead.writeUInt16BE(grid, 18);
  newHead.writeInt16BE(1, 50);
  return rebuiltFont({
    glyf: outlines.subarray(0, end),
    head: newHead,
    hhea: scaledFields(hhea, [4, 6, 8, 10, 12, 14, 16], scale),
    hmtx: measures,
    loca: places,
    maxp,
  });
}

function scaledFields(table: Buffer, offsets: readonly number[], scale: number): Buffer {
  const copy = Buffer.from(table);
  for (const offset of offsets) copy.writeInt16BE(Math.round(scale * table.readInt16BE(offset)), offset);
  return copy;
}

/** Writes one simple glyph, its points rounded and packed anew, contours and curves as they were; returns where it ends. */
function writeGlyph(out: Buffer, start: number, glyf: Buffer, from: number, scale: number): number {
  const header = 10 + 2 * glyf.readInt16BE(from);
  const points = header === 10 ? 0 : glyf.readUInt16BE(from + header - 2) + 1;
  const flags = new Uint8Array(points);
  let at = from + header + 2 + glyf.readUInt16BE(from + header);
  for (let point = 0; point < points; ) {
    const flag = glyf.readUInt8(at++);
    const times = (flag & repeated) === 0 ? 1 : 1 + glyf.readUInt8(at++);
    flags.fill(flag, point, point + times);
    point += times;
  }
  const xs = readSteps(glyf, at, flags, shortX, sameX, scale);
  const ys = readSteps(glyf, xs.end, flags, shortY, sameY, scale);

  glyf.copy(out, start, from, from + header);
  out.writeInt16BE(xs.low, start + 2);
  out.writeInt16BE(ys.low, start + 4);
  out.writeInt16BE(xs.high, start + 6);
  out.writeInt16BE(ys.high, start + 8);
  out.writeUInt16BE(0, start + header);
  let to = writeFlags(out, start + header + 2, flags, xs.steps, ys.steps);
  to = writeSteps(out, to, xs.steps);
  to = writeSteps(out, to, ys.steps);
  if ((to - start) % 2 === 1) out[to++] = 0;
  return to;
}

type Steps = { steps: Int16Array; low: number; high: number; end: number };

/** The coordinates of one axis, rounded, as steps from point to point, with the outermost values. */
function readSteps(
  glyf: Buffer,
  from: number,
  flags: Uint8Array,
  short: number,
  same: number,
  scale: number,
): Steps {
  const steps = new Int16Array(flags.length);
  let at = from;
  let exact = 0;
  let before = 0;
  let low = flags.length === 0 ? 0 : Number.POSITIVE_INFINITY;
  let high = flags.length === 0 ? 0 : Number.NEGATIVE_INFINITY;
  for (let point = 0; point < flags.length; point++) {
    const flag = flags[point] ?? 0;
    if ((flag & short) !== 0) {
      const step = glyf[at++] ?? 0;
      exact += (flag & same) !== 0 ? step : -step;
    } else if ((flag & same) === 0) {
      exact += glyf.readInt16BE(at);
      at += 2;
    }
    const value = Math.round(scale * exact);
    steps[point] = value - before;
    before = value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { steps, low, high, end: at };
}

function writeFlags(out: Buffer, from: number, flags: Uint8Array, xs: Int16Array, ys: Int16Array): number {
  let at = from;
  let before = -1;
  let times = 0;
  for (let point = 0; point < flags.length; point++) {
    const shape = (flags[point] ?? 0) & onCurve;
    const flag = shape | flagOf(xs[point] ?? 0, shortX, sameX) | flagOf(ys[point] ?? 0, shortY, sameY);
    if (flag !== before || times === 255) {
      out[at++] = flag;
      before = flag;
      times = 0;
    } else if (++times === 1) {
      // Two equal flags take two bytes either way; from the third on the counted form is shorter.
      out[at++] = flag;
    } else {
      out[at - 2] = flag | repeated;
      out[at - 1] = times;
    }
  }
  return at;
}

function flagOf(step: number, short: number, same: number): number {
  if (step === 0) return same;
  if (step > -256 && step < 256) return step > 0 ? short | same : short;
  return 0;
}

function writeSteps(out: Buffer, from: number, steps: Int16Array): number {
  let at = from;
  for (let point = 0; point < steps.length; point++) {
    const step = steps[point] ?? 0;
    if (step === 0) continue;
    if (step > -256 && step < 256) {
      out[at++] = step < 0 ? -step : step;
    } else {
      out.writeInt16BE(step, at);
      at += 2;
    }
  }
  return at;
}
