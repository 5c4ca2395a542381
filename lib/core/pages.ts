import { isId } from "./ids.ts";
import { foldForSearch } from "./text.ts";

/** What orders a list before the ids of its rows: nothing, whole yen, a date (YYYY-MM-DD) or an instant (ms). */
export type PlaceKind = "id" | "yen" | "date" | "instant";

/** A row's place in a list: what orders it as text, null when its id alone does, and its id. */
export type RowPlace = { value: string | null; id: string };

/** Where a page begins, from its URL: below a row (`before`, older by default), or above one (`after`). */
export type PagePlace = { before?: RowPlace | undefined; after?: RowPlace | undefined };

/** A page's query as Next hands it over. */
export type PageQuery = Readonly<Record<string, string | string[] | undefined>>;

/** A searched text as typed; undefined when there is nothing to look for. */
export function searchedText(value: PageQuery[string]): string | undefined {
  const text = typeof value === "string" ? value.trim().slice(0, 100) : "";
  return foldForSearch(text) === "" ? undefined : text;
}

/** A choice of a list's form by its value; undefined when it is none of the known ones (「すべて」, an edited link). */
export function chosenOf<T extends string>(
  value: PageQuery[string],
  known: Readonly<Record<T, unknown>>,
): T | undefined {
  return typeof value === "string" && Object.hasOwn(known, value) ? (value as T) : undefined;
}

/** A chosen record by its id. */
export function chosenId(value: PageQuery[string]): string | undefined {
  return typeof value === "string" && isId(value) ? value : undefined;
}

const isDay = (text: string) => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

const reads: Record<PlaceKind, (text: string) => boolean> = {
  id: (text) => text === "",
  yen: (text) => /^\d{1,15}$/.test(text),
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text),
  instant: (text) => /^\d{1,13}$/.test(text),
};

function readPlace(text: string | string[] | undefined, kind: PlaceKind): RowPlace | undefined {
  const [, value, id] = /^(?:([\d-]{1,15})\.)?(.{36})$/.exec(typeof text === "string" ? text : "") ?? [];
  if (id === undefined || !isId(id) || !reads[kind](value ?? "")) return undefined;
  return { value: value ?? null, id };
}

/** The place in a page's query; what is no place in this order (an old or edited link) shows the first page. */
export function placeOf(query: PageQuery, kind: PlaceKind = "id"): PagePlace {
  const after = readPlace(query.after, kind);
  return after ? { after } : { before: readPlace(query.before, kind) };
}

function writePlace({ value, id }: RowPlace): string {
  return value === null ? id : `${value}.${id}`;
}

/**
 * Cuts a page out of rows read one further than it is long, and tells where the pages beside it begin, for the URL.
 * @param rows in the order of the list, `size + 1` of them when there are more beyond.
 * @param placeOfRow what orders a row.
 */
export function cutPage<T extends { id: string }>(
  rows: readonly T[],
  size: number,
  { before, after }: PagePlace,
  placeOfRow: (row: T) => RowPlace = ({ id }) => ({ value: null, id }),
) {
  const more = rows.length > size;
  const shown = after ? rows.slice(more ? 1 : 0) : rows.slice(0, size);
  const [first, last] = [shown.at(0), shown.at(-1)];
  return {
    rows: shown,
    older: last && (after || more) ? writePlace(placeOfRow(last)) : undefined,
    newer: first && (after ? more : before !== undefined) ? writePlace(placeOfRow(first)) : undefined,
  };
}

/** How many there are, counted no further than a reader cares: `more` stands for 「以上」. */
export type Count = { rows: number; more: boolean };

/** Rows are counted up to here. */
export const COUNT_LIMIT = 1000;

/** A count in words: 12件, 1,000件以上. */
export function formatCount({ rows, more }: Count): string {
  return `${rows.toLocaleString("en-US")}件${more ? "以上" : ""}`;
}
