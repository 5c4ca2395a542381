import { rebuiltFont, tablesOf } from "./sfnt.ts";

/** Half of the 2048 units in which the BIZ faces are drawn: at 20 points one unit is 7 thousandths of a millimetre. */
const unitsPerEm = 1024;

const onCurve = 0x01;
const shortX = 0x02;
const shortY = 0x04;
const repeated = 0x08;
const sameX = 0x10;
const sameY = 0x20;

/**
 * A cut font without its character map and on a grid of 1024 units, which makes the file about a seventh smaller: outlines are
 * nearly all of a document's weight and two-byte steps become one-byte steps. Fonts drawn on another grid, or with composite
 * glyphs, only lose the map. Source: OpenType 1.9, "glyf".
 */
export function lightened(cut: Uint8Array): Uint8Array {
  const tables = tablesOf(cut, ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]);
  const { glyf, head, hhea, hmtx, loca, maxp } = tables;
  if (head.readUInt16BE(18) !== 2 * unitsPerEm) return rebuiltFont(tables);
  const count = maxp.readUInt16BE(4);
  const measured = hhea.readUInt16BE(34);
  const offset = (glyph: number): number =>
    head.readInt16BE(50) === 0 ? 2 * loca.readUInt16BE(2 * glyph) : loca.readUInt32BE(4 * glyph);

  const glyphs: Buffer[] = [];
  const places = Buffer.alloc(4 * (count + 1));
  const measures = Buffer.from(hmtx);
  let at = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    const drawn = glyf.subarray(offset(glyph), offset(glyph + 1));
    if (drawn.length > 0 && drawn.readInt16BE(0) < 0) return rebuiltFont(tables);
    const light = drawn.length === 0 ? drawn : halvedGlyph(drawn);
    glyphs.push(light);
    at += light.length;
    places.writeUInt32BE(at, 4 * (glyph + 1));
    // Viewers shift an outline by the difference between its left edge and this bearing: both must round alike.
    const bearing = glyph < measured ? 4 * glyph + 2 : 4 * measured + 2 * (glyph - measured);
    measures.writeInt16BE(light.length === 0 ? 0 : light.readInt16BE(2), bearing);
    if (glyph < measured) measures.writeUInt16BE(half(hmtx.readUInt16BE(4 * glyph)), 4 * glyph);
  }
  const newHead = halvedFields(head, [36, 38, 40, 42]);
  newHead.writeUInt16BE(unitsPerEm, 18);
  newHead.writeInt16BE(1, 50);
  return rebuiltFont({
    glyf: Buffer.concat(glyphs),
    head: newHead,
    hhea: halvedFields(hhea, [4, 6, 8, 10, 12, 14, 16]),
    hmtx: measures,
    loca: places,
    maxp,
  });
}

function half(value: number): number {
  return Math.round(value / 2);
}

function halvedFields(table: Buffer, offsets: readonly number[]): Buffer {
  const copy = Buffer.from(table);
  for (const offset of offsets) copy.writeInt16BE(half(table.readInt16BE(offset)), offset);
  return copy;
}

/** One simple glyph, its points rounded to the coarser grid and packed anew; contours, flags of curves and order stay. */
function halvedGlyph(glyph: Buffer): Buffer {
  const contours = glyph.readInt16BE(0);
  const endsAt = 10 + 2 * contours;
  const points = contours === 0 ? 0 : glyph.readUInt16BE(endsAt - 2) + 1;
  let at = endsAt + 2 + glyph.readUInt16BE(endsAt);
  const flags = new Uint8Array(points);
  for (let point = 0; point < points; point++) {
    const flag = glyph.readUInt8(at++);
    flags[point] = flag;
    if ((flag & repeated) === 0) continue;
    const times = glyph.readUInt8(at++);
    flags.fill(flag, point + 1, point + 1 + times);
    point += times;
  }
  const xs = readSteps(glyph, at, flags, shortX, sameX);
  const ys = readSteps(glyph, xs.end, flags, shortY, sameY);

  // A run of equal flags may fall apart by rounding, so the new form can be the longer one.
  const out = Buffer.alloc(endsAt + 3 + 5 * points);
  glyph.copy(out, 0, 0, endsAt);
  const stepsX = roundedSteps(xs.values);
  const stepsY = roundedSteps(ys.values);
  out.writeInt16BE(stepsX.low, 2);
  out.writeInt16BE(stepsY.low, 4);
  out.writeInt16BE(stepsX.high, 6);
  out.writeInt16BE(stepsY.high, 8);
  let to = writeFlags(out, endsAt + 2, flags, stepsX.steps, stepsY.steps);
  to = writeSteps(out, to, stepsX.steps);
  to = writeSteps(out, to, stepsY.steps);
  return out.subarray(0, to + (to % 2));
}

function readSteps(
  glyph: Buffer,
  from: number,
  flags: Uint8Array,
  short: number,
  same: number,
): { values: Int16Array; end: number } {
  const values = new Int16Array(flags.length);
  let at = from;
  let value = 0;
  for (const [point, flag] of flags.entries()) {
    if ((flag & short) !== 0) {
      const step = glyph.readUInt8(at++);
      value += (flag & same) !== 0 ? step : -step;
    } else if ((flag & same) === 0) {
      value += glyph.readInt16BE(at);
      at += 2;
    }
    values[point] = value;
  }
  return { values, end: at };
}

function roundedSteps(values: Int16Array): { steps: Int16Array; low: number; high: number } {
  const steps = new Int16Array(values.length);
  let before = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const [point, exact] of values.entries()) {
    const value = half(exact);
    steps[point] = value - before;
    before = value;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return values.length === 0 ? { steps, low: 0, high: 0 } : { steps, low, high };
}

function writeFlags(out: Buffer, from: number, flags: Uint8Array, xs: Int16Array, ys: Int16Array): number {
  let at = from;
  let before = -1;
  let times = 0;
  for (const [point, old] of flags.entries()) {
    const flag =
      (old & onCurve) | flagOf(xs[point] ?? 0, shortX, sameX) | flagOf(ys[point] ?? 0, shortY, sameY);
    if (flag === before && times < 255) {
      // A third equal flag makes the short form of a run worth while; until then the run stands written out.
      times++;
      if (times === 1) out.writeUInt8(flag, at++);
      else {
        out.writeUInt8(flag | repeated, at - 2);
        out.writeUInt8(times, at - 1);
      }
      continue;
    }
    out.writeUInt8(flag, at++);
    before = flag;
    times = 0;
  }
  return at;
}

function flagOf(step: number, short: number, same: number): number {
  if (step === 0) return same;
  if (Math.abs(step) < 256) return step > 0 ? short | same : short;
  return 0;
}

function writeSteps(out: Buffer, from: number, steps: Int16Array): number {
  let at = from;
  for (const step of steps) {
    if (step === 0) continue;
    if (Math.abs(step) < 256) {
      out.writeUInt8(Math.abs(step), at++);
    } else {
      out.writeInt16BE(step, at);
      at += 2;
    }
  }
  return at;
}
