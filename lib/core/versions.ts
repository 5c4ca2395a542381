/** One version of what holds from a day on, such as an obligee's rule; YYYY-MM-DD. */
type Version = { version: number; effectiveFrom: string };

/** Whether what holds from a day on (`effectiveFrom`) holds on a day; both YYYY-MM-DD. */
export function hasBegun(effectiveFrom: string, day: string): boolean {
  return effectiveFrom <= day;
}

/** The version in effect on a day: the newest that has begun, null before the first. */
export function versionOn<V extends Version>(versions: readonly V[], day: string): V | null {
  const begun = versions.filter(({ effectiveFrom }) => hasBegun(effectiveFrom, day));
  return begun.sort((one, other) => other.version - one.version).at(0) ?? null;
}
