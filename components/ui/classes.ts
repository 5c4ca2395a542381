/** Joins class names and skips false, empty and missing ones; undefined when none is left. */
export function classes(...names: unknown[]): string | undefined {
  return names.filter((name) => typeof name === "string" && name !== "").join(" ") || undefined;
}
