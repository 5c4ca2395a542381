/** One outline as the points of all its contours, in units of the font. Source of this file: OpenType 1.9, "glyf". */
export type Outline = {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** 1 for a point on the curve, 0 for a control point. */
  readonly on: readonly number[];
  /** The last point of each contour. */
  readonly ends: readonly number[];
};

const onCurve = 0x01;
const shortX = 0x02;
const shortY = 0x04;
const repeated = 0x08;
const sameX = 0x10;
const sameY = 0x20;

/** Reads a glyph. A composite one is resolved into the outlines of its parts, which `partOf` finds by glyph number. */
export function readOutline(glyph: Buffer, partOf: (glyph: number) => Buffer): Outline {
  if (glyph.length === 0) return { xs: [], ys: [], on: [], ends: [] };
  if (glyph.readInt16BE(0) < 0) return readComposite(glyph, partOf);
  const contours = glyph.readInt16BE(0);
  const ends: number[] = [];
  for (let contour = 0; contour < contours; contour++) ends.push(glyph.readUInt16BE(10 + 2 * contour));
  const points = (ends.at(-1) ?? -1) + 1;
  const header = 10 + 2 * contours;
  let at = header + 2 + glyph.readUInt16BE(header);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = glyph.readUInt8(at++);
    const times = (flag & repeated) === 0 ? 1 : 1 + glyph.readUInt8(at++);
    for (let time = 0; time < times; time++) flags.push(flag);
  }
  const axis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if ((flag & short) !== 0) {
        const step = glyph.readUInt8(at++);
        value += (flag & same) !== 0 ? step : -step;
      } else if ((flag & same) === 0) {
        value += glyph.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = axis(shortX, sameX);
  const ys = axis(shortY, sameY);
  return { xs, ys, on: flags.map((flag) => flag & onCurve), ends };
}

function readComposite(glyph: Buffer, partOf: (glyph: number) => Buffer): Outline {
  const outline = { xs: [] as number[], ys: [] as number[], on: [] as number[], ends: [] as number[] };
  let at = 10;
  let flags = 0x20;
  while ((flags & 0x20) !== 0) {
    flags = glyph.readUInt16BE(at);
    const part = readOutline(partOf(glyph.readUInt16BE(at + 2)), partOf);
    if ((flags & 0x02) === 0)
      throw new Error("A composite glyph places a part by points, which is not supported");
    const words = (flags & 0x01) !== 0;
    const dx = words ? glyph.readInt16BE(at + 4) : glyph.readInt8(at + 4);
    const dy = words ? glyph.readInt16BE(at + 6) : glyph.readInt8(at + 5);
    at += words ? 8 : 6;
    const factors = (flags & 0x80) !== 0 ? 4 : (flags & 0x40) !== 0 ? 2 : (flags & 0x08) !== 0 ? 1 : 0;
    const matrix = Array.from({ length: factors }, (_, index) => glyph.readInt16BE(at + 2 * index) / 16384);
    at += 2 * factors;
    const [a = 1, b = 0, c = 0, d = a] = factors === 2 ? [matrix[0], 0, 0, matrix[1]] : matrix;
    const base = outline.xs.length;
    for (const [point, x] of part.xs.entries()) {
      const y = part.ys[point] ?? 0;
      outline.xs.push(a * x + c * y + dx);
      outline.ys.push(b * x + d * y + dy);
    }
    outline.on.push(...part.on);
    outline.ends.push(...part.ends.map((end) => base + end));
  }
  return outline;
}

/** Writes an outline as one simple glyph of even length, its points multiplied by `scale` and rounded. */
export function writeOutline({ xs, ys, on, ends }: Outline, scale: number): Buffer {
  if (xs.length === 0) return Buffer.alloc(0);
  const x = rounded(xs, scale);
  const y = rounded(ys, scale);
  const header = 10 + 2 * ends.length;
  const out = Buffer.alloc(header + 3 + 5 * xs.length);
  out.writeInt16BE(ends.length, 0);
  out.writeInt16BE(x.low, 2);
  out.writeInt16BE(y.low, 4);
  out.writeInt16BE(x.high, 6);
  out.writeInt16BE(y.high, 8);
  for (const [contour, end] of ends.entries()) out.writeUInt16BE(end, 10 + 2 * contour);
  let at = header + 2;
  let before = -1;
  let times = 0;
  for (const [point, curve] of on.entries()) {
    const flag =
      curve | flagOf(x.steps[point] ?? 0, shortX, sameX) | flagOf(y.steps[point] ?? 0, shortY, sameY);
    if (flag !== before || times === 255) {
      at = out.writeUInt8(flag, at);
      before = flag;
      times = 0;
    } else if (++times === 1) {
      // Two equal flags take two bytes either way; from the third one on, the repeat count is shorter.
      at = out.writeUInt8(flag, at);
    } else {
      out.writeUInt8(flag | repeated, at - 2);
      out.writeUInt8(times, at - 1);
    }
  }
  for (const step of [...x.steps, ...y.steps]) {
    if (step === 0) continue;
    at = Math.abs(step) < 256 ? out.writeUInt8(Math.abs(step), at) : out.writeInt16BE(step, at);
  }
  return Buffer.from(out.subarray(0, at + (at % 2)));
}

function rounded(values: readonly number[], scale: number): { steps: number[]; low: number; high: number } {
  let before = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const steps = values.map((exact) => {
    const value = Math.round(scale * exact);
    const step = value - before;
    before = value;
    low = Math.min(low, value);
    high = Math.max(high, value);
    return step;
  });
  return { steps, low, high };
}

function flagOf(step: number, short: number, same: number): number {
  if (step === 0) return same;
  if (Math.abs(step) < 256) return step > 0 ? short | same : short;
  return 0;
}
