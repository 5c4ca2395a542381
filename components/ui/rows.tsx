import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export type Row = {
  label: string;
  /** Nothing (undefined, null, empty) is shown as the word in `empty`. */
  value?: ReactNode;
  /** The word for nothing: 未入力 unless told. */
  empty?: string;
  /** A link such as 変更; `about` is read after it and tells equal links apart (the row's label unless told). */
  action?: { href: string; label?: string; about?: string };
};

const isEmpty = (value: ReactNode) => value === undefined || value === null || value === "";

/** The summary list: label, value, action; `tight` for the side column, where label and value share a line. */
export function Rows({ items, tight = false }: { items: readonly Row[]; tight?: boolean }) {
  return (
    <dl className={classes("rows", tight && "tight")}>
      {items.map(({ label, value, empty = "未入力", action }) => (
        <div key={label}>
          <dt>{label}</dt>
          {isEmpty(value) ? <dd className="empty">{empty}</dd> : <dd>{value}</dd>}
          {action && (
            <dd className="go">
              <TextLink href={action.href}>
                {action.label ?? "変更"}
                <VisuallyHidden>：{action.about ?? label}</VisuallyHidden>
              </TextLink>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

export type PairRow = Omit<Row, "action"> & {
  /** Takes the whole row: long values. */
  wide?: boolean;
};

/** Facts read at a glance, two in a row; one in a row on narrow screens. */
export function PairRows({ items }: { items: readonly PairRow[] }) {
  return (
    <dl className="rows pair">
      {items.map(({ label, value, empty = "なし", wide }) => (
        <div key={label} className={wide ? "wide" : undefined}>
          <dt>{label}</dt>
          {isEmpty(value) ? <dd className="empty">{empty}</dd> : <dd>{value}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** A strip of facts on a wash: what the page below is about. */
export function Facts({
  items,
  strip = false,
}: {
  items: readonly { label: string; value: ReactNode }[];
  strip?: boolean;
}) {
  return (
    <dl className={classes("facts", strip && "strip")}>
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
