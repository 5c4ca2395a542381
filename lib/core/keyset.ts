import { Prisma } from "./generated/prisma/client.ts";
import type { Count, PagePlace, PlaceKind, RowPlace } from "./pages.ts";
import { COUNT_LIMIT } from "./pages.ts";

/** The order of a list: by a column and then the id, or by the id alone (`kind` "id"), both in the same direction. */
export type Order = { kind: PlaceKind; column: string; descending: boolean };

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
export function pageOfIds(
  table: "applications" | "guarantees",
  { kind, column, descending }: Order,
  { before, after }: PagePlace,
  conditions: readonly Sql[],
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

/** The statement that counts rows, stopping one beyond COUNT_LIMIT. */
export function boundedCount(table: "applications" | "guarantees", conditions: readonly Sql[]): Sql {
  return Prisma.sql`SELECT count(*)::int AS rows FROM (SELECT 1 FROM ${Prisma.raw(table)}
    WHERE ${Prisma.join([...conditions], " AND ")} LIMIT ${COUNT_LIMIT + 1}) AS counted`;
}

/** Reads the answer of boundedCount(). */
export function countOf([found]: readonly { rows: number }[]): Count {
  const rows = found?.rows ?? 0;
  return rows > COUNT_LIMIT ? { rows: COUNT_LIMIT, more: true } : { rows, more: false };
}

/** Puts rows into the order of `ids`; a query by ids returns them in any order. */
export function inOrderOf<T extends { id: string }>(ids: readonly { id: string }[], rows: readonly T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap(({ id }) => byId.get(id) ?? []);
}

/** The condition that a folded column contains the searched text, folded in the same way. */
export function holds(columns: readonly string[], searched: string): Sql {
  const each = columns.map(
    (column) => Prisma.sql`strpos(${Prisma.raw(column)}, (SELECT fold_for_search(${searched}))) > 0`,
  );
  return Prisma.sql`(${Prisma.join(each, " OR ")})`;
}
