/** Joins the names that are text, leaves out what is false, empty or missing; undefined when nothing is left. */
export function classes(...names: unknown[]): string | undefined {
  return names.filter((name) => typeof name === "string" && name !== "").join(" ") || undefined;
}
