/** The result of a benchmark: a table for people, one object for machines. */
export type Bench = { title: string; rows: Record<string, string | number>[]; json: object };

/** The value below which a share (0 to 1) of the values lie, by the nearest rank; NaN for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** A number with a sensible number of decimals. */
export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
