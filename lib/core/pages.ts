import { isId } from "./ids.ts";

/** Where a page of a list begins, from its URL: older than `before`, or newer than `after`. */
export type PagePlace = { before?: string | undefined; after?: string | undefined };

/** The place in a page's query; what is no id is no place. */
export function placeOf(query: Readonly<Record<string, string | string[] | undefined>>): PagePlace {
  const one = (value: string | string[] | undefined) =>
    typeof value === "string" && isId(value) ? value : undefined;
  return { before: one(query.before), after: one(query.after) };
}

/**
 * Cuts a page out of rows read one further than it is long, and tells where the next older and newer ones begin.
 * @param rows newest first, `size + 1` of them when there are more beyond.
 */
export function cutPage<T extends { id: string }>(
  rows: readonly T[],
  size: number,
  { before, after }: PagePlace,
) {
  const more = rows.length > size;
  const shown = after ? rows.slice(more ? 1 : 0) : rows.slice(0, size);
  return {
    rows: shown,
    older: after || more ? shown.at(-1)?.id : undefined,
    newer: (after ? more : before !== undefined) ? shown[0]?.id : undefined,
  };
}
