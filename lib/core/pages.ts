import { isId } from "./ids.ts";
import { foldForSearch } from "./text.ts";

/** What a list is sorted by before the id: nothing, whole yen, a date (YYYY-MM-DD) or an instant (ms). */
export type PlaceKind = "id" | "yen" | "date" | "instant";

/** A row's place in a list: its id, and the value it is sorted by as text, null when that is the id alone. */
export type RowPlace = { value: string | null; id: string };

/** Where a page begins, taken from its URL: after a row (`before`: older ones by default), or before one (`after`). */
export type PagePlace = { before?: RowPlace | undefined; after?: RowPlace | undefined };

/** A page's query as Next passes it. */
export type PageQuery = Readonly<Record<string, string | string[] | undefined>>;

/** The searched text as typed; undefined when it is empty. */
export function searchedText(value: PageQuery[string]): string | undefined {
  const text = typeof value === "string" ? value.trim().slice(0, 100) : "";
  return foldForSearch(text) === "" ? undefined : text;
}

/** The chosen value of a filter; undefined when it is not a known one (「すべて」, an edited link). */
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

/**
 * The place named in a page's query. A place that does not fit the order (an old or edited link) means the first page.
 */
export function placeOf(query: PageQuery, kind: PlaceKind = "id"): PagePlace {
  const after = readPlace(query.after, kind);
  return after ? { after } : { before: readPlace(query.before, kind) };
}

function writePlace({ value, id }: RowPlace): string {
  return value === null ? id : `${value}.${id}`;
}

/**
 * Cuts a page out of rows that were read one further than the page is long, and says where the neighbouring pages
 * begin, for their URLs.
 * @param rows in the order of the list, `size + 1` of them when there are more.
 * @param placeOfRow the value a row is sorted by.
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

/** How many rows there are, counted only up to a limit; `more` is shown as 「以上」. */
export type Count = { rows: number; more: boolean };

/** Nobody needs to know more exactly than this. */
export const COUNT_LIMIT = 1000;

/** A count in words: 12件, 1,000件以上. */
export function formatCount({ rows, more }: Count): string {
  return `${rows.toLocaleString("en-US")}件${more ? "以上" : ""}`;
}
