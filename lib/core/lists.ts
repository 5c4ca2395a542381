import { csvHead, csvLine } from "./csv.ts";
import type { Order } from "./keyset.ts";
import { cutPage, type PagePlace, type PageQuery, placeOf, type RowPlace } from "./pages.ts";

/** Rows on one page of a list. */
export const PAGE_SIZE = 20;

/** Rows per read of an export. */
const exportRows = 500;

/** A part of a list: at most `take` rows in its order, from a place on. */
type Part = { take: number; place: PagePlace };

const placeIn =
  <Row extends { id: string }>({ textOf }: Order<Row>) =>
  (row: Row): RowPlace => ({ value: textOf?.(row) ?? null, id: row.id });

/** One page of a list, for the query of its URL; `older` and `newer` are the neighbouring pages. */
export async function readPage<Row extends { id: string }>(
  query: PageQuery,
  order: Order<Row>,
  read: (part: Part) => Promise<Row[]>,
) {
  const place = placeOf(query, order.kind);
  return cutPage(await read({ take: PAGE_SIZE + 1, place }), PAGE_SIZE, place, placeIn(order));
}

/**
 * A whole list as CSV lines. It is read part by part, `read` with a transaction of its own for each, so that it holds no
 * connection while it is sent.
 * @param names the head of the file.
 * @param read the rows of a part, each with its cells in the order of the head.
 */
export async function* exportCsv<Row extends { id: string }>(
  names: readonly string[],
  order: Order<Row>,
  read: (part: Part) => Promise<{ row: Row; cells: readonly string[] }[]>,
): AsyncGenerator<string> {
  yield csvHead(names);
  let before: RowPlace | undefined;
  do {
    const part = await read({ take: exportRows, place: { before } });
    yield part.map(({ cells }) => csvLine(cells)).join("");
    const last = part.at(-1);
    before = last && part.length === exportRows ? placeIn(order)(last.row) : undefined;
  } while (before);
}
