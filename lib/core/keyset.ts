import type { Tx } from "./db.ts";
import { Prisma } from "./generated/prisma/client.ts";
import type { Count, PagePlace, PlaceKind, RowPlace } from "./pages.ts";
import { COUNT_LIMIT } from "./pages.ts";

/**
 * The order of a list: by a column and then the id, or by the id alone (`kind` "id"), both in the same direction.
 * `textOf` is what a row has in that column, for the URL.
 */
export type Order<Row = never> = {
  kind: PlaceKind;
  column: string;
  descending: boolean;
  textOf?: (row: Row) => string | null;
};

/** The newest first, by ids alone. */
export const newestFirst = { kind: "id", column: "id", descending: true } as const satisfies Order;

/** Rows of a table that fit all conditions; the first one names the tenant, as every index begins with it. */
export type Listed = { table: "applications" | "guarantees"; conditions: readonly Prisma.Sql[] };

type Sql = Prisma.Sql;

function orderedBy({ value }: RowPlace, kind: PlaceKind): Sql {
  if (kind === "yen") return Prisma.sql`${value}::bigint`;
  if (kind === "date") return Prisma.sql`${value}::date`;
  return Prisma.sql`${new Date(Number(value))}::timestamptz`;
}

/**
 * The statement that reads the ids of one page, in reading order: backwards for the page before `after`. Under
 * row-level security only leakproof comparisons can use an index, so `conditions` begins with the tenant's column and
 * the rest is checked on the entries found (docs/decisions/0006).
 */
function pageOfIds(
  { table, conditions }: Listed,
  { kind, column, descending }: Order,
  { before, after }: PagePlace,
  take: number,
): Sql {
  const down = descending !== (after !== undefined);
  const place = after ?? before;
  const keys = kind === "id" ? "id" : `${column}, id`;
  const beyond =
    place &&
    (kind === "id"
      ? Prisma.sql`${Prisma.raw(`id ${down ? "<" : ">"}`)} ${place.id}::uuid`
      : Prisma.sql`${Prisma.raw(`(${keys}) ${down ? "<" : ">"}`)} (${orderedBy(place, kind)}, ${place.id}::uuid)`);
  const by = keys.split(", ").map((key) => `${key} ${down ? "DESC" : "ASC"}`);
  return Prisma.sql`SELECT id::text AS id FROM ${Prisma.raw(table)}
    WHERE ${Prisma.join([...conditions, ...(beyond ? [beyond] : [])], " AND ")}
    ORDER BY ${Prisma.raw(by.join(", "))} LIMIT ${take}`;
}

/** Puts rows into the order of `ids`; a query by ids returns them in any order. */
export function inOrderOf<T extends { id: string }>(ids: readonly { id: string }[], rows: readonly T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap(({ id }) => byId.get(id) ?? []);
}

/** A part of a list in its order: finds the ids in the index alone, then reads their rows (in any order) by `read`. */
export async function listPart<Row extends { id: string }>(
  tx: Tx,
  listed: Listed,
  order: Order<Row>,
  { take, place }: { take: number; place: PagePlace },
  read: (ids: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const ids = await tx.$queryRaw<{ id: string }[]>(pageOfIds(listed, order, place, take));
  const rows = inOrderOf(ids, await read(ids.map(({ id }) => id)));
  return place.after ? rows.reverse() : rows;
}

/** How many rows are listed; counting stops beyond COUNT_LIMIT. */
export async function countListed(tx: Tx, { table, conditions }: Listed): Promise<Count> {
  const [found] = await tx.$queryRaw<{ rows: number }[]>`
    SELECT count(*)::int AS rows FROM (SELECT 1 FROM ${Prisma.raw(table)}
    WHERE ${Prisma.join([...conditions], " AND ")} LIMIT ${COUNT_LIMIT + 1}) AS counted`;
  const rows = found?.rows ?? 0;
  return rows > COUNT_LIMIT ? { rows: COUNT_LIMIT, more: true } : { rows, more: false };
}

/** The condition that a folded column contains the searched text, folded in the same way. */
export function holds(columns: readonly string[], searched: string): Sql {
  const each = columns.map(
    (column) => Prisma.sql`strpos(${Prisma.raw(column)}, (SELECT fold_for_search(${searched}))) > 0`,
  );
  return Prisma.sql`(${Prisma.join(each, " OR ")})`;
}
