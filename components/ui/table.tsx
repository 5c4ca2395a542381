import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

export type Column<T> = {
  /** The heading of the column, unique in its table. */
  label: string;
  /** The label in a folded row on narrow screens, if shorter than the heading; empty when the value needs none. */
  fold?: string;
  /** The cell that names the row: it comes first when folded, and is the row's header. */
  header?: boolean;
  /** Money: right-aligned, never broken. */
  money?: boolean;
  /** Numbers and machine times: tabular figures, never broken. */
  num?: boolean;
  /**
   * The name of a company or person: it breaks at its blank, and the column is never narrower than seven characters.
   */
  name?: boolean;
  /** `headerId` is the id of the row's header, for `aria-describedby` of a link such as 詳細. */
  cell: (row: T, headerId: string) => ReactNode;
};

type TableProps<T> = {
  columns: readonly Column<T>[];
  rows: readonly T[];
  /** Unique in the table; becomes part of an id. */
  rowKey: (row: T) => string;
  /** Begins the ids of this table's row headers, unique on the page. */
  id: string;
  label?: string;
};

/** The native role has to be repeated: a folded row is a flex box, which browsers no longer treat as a row. */
function as(role: string) {
  return { role };
}

/** A table whose rows fold into labelled lists at 60 rem. */
export function Table<T>({ columns, rows, rowKey, id, label }: TableProps<T>) {
  return (
    <table {...as("table")} className="table fold" aria-label={label}>
      <thead {...as("rowgroup")}>
        <tr {...as("row")}>
          {columns.map((column) => (
            <th
              key={column.label}
              {...as("columnheader")}
              scope="col"
              className={column.money ? "right" : undefined}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as("rowgroup")}>
        {rows.map((row) => {
          const headerId = `${id}-${rowKey(row)}`;
          return (
            <tr key={headerId} {...as("row")}>
              {columns.map((column) =>
                column.header ? (
                  <th key={column.label} {...as("rowheader")} scope="row" id={headerId}>
                    {column.cell(row, headerId)}
                  </th>
                ) : (
                  <td
                    key={column.label}
                    {...as("cell")}
                    data-th={(column.fold ?? column.label) || undefined}
                    className={classes(
                      column.money && "right",
                      (column.money || column.num) && "digits",
                      column.name && "name",
                    )}
                  >
                    <div>{column.cell(row, headerId)}</div>
                  </td>
                ),
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
