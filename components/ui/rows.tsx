import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export type Row = {
  label: string;
  /** undefined, null and empty are shown as the word in `empty`. */
  value?: ReactNode;
  /** The word for an empty value; 未入力 by default. */
  empty?: string;
  /**
   * A link such as 変更. `about` is read out after it and distinguishes equal links; by default it is the row's label.
   */
  action?: { href: string; label?: string; about?: string };
};

const isEmpty = (value: ReactNode) => value === undefined || value === null || value === "";

/** The summary list: label, value, action. `tight` is for the side column, where label and value share a line. */
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
  /** Takes the whole row, for long values. */
  wide?: boolean;
};

/** Facts at a glance, two in a row; one in a row on narrow screens. */
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

/** A tinted strip of facts that say what the page is about. */
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
