/** PDF counts in points of 1/72 inch; layouts count in millimetres. */
export const pointsPerMm = 72 / 25.4;

/** A4, in millimetres. */
export const pageWidthMm = 210;
export const pageHeightMm = 297;

/** Converts points, the unit of type sizes, to millimetres. */
export function mmOfPoints(points: number): number {
  return points / pointsPerMm;
}
