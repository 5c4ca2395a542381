import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { TextLink } from "#components/ui/text-link.tsx";

/** One link in the path to a page; the last one, without href, is the page itself. */
export type Crumb = { label: string; href?: string };

/** The path to the page. */
function Crumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav className="page-width breadcrumbs" aria-label="現在の位置">
      <ol>
        {items.map(({ label, href }) =>
          href ? (
            <li key={label}>
              <TextLink href={href}>{label}</TextLink>
            </li>
          ) : (
            <li key={label} aria-current="page">
              {label}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}

/** The content of a frame: the path, then the main part of the page. */
export function Page({ crumbs, children }: { crumbs?: readonly Crumb[]; children: ReactNode }) {
  return (
    <>
      {crumbs && <Crumbs items={crumbs} />}
      <main id="main" className="page-width">
        {children}
      </main>
    </>
  );
}

type PageTitleProps = {
  /** The page's only h1. */
  children: ReactNode;
  /** A line above: product and number, or the 受付番号. */
  shoulder?: ReactNode;
  /** Right after the title: one chip. */
  chip?: ReactNode;
  /** At the right, on the title's baseline: a link or a note. */
  side?: ReactNode;
};

/** The heading of a page. */
export function PageTitle({ children, shoulder, chip, side }: PageTitleProps) {
  return (
    <div className={classes("title", Boolean(shoulder ?? chip) && "left")}>
      {shoulder && <p className="shoulder">{shoulder}</p>}
      <h1>{children}</h1>
      {chip}
      {side}
    </div>
  );
}

/** A section's heading: the h2 on the left, a link or a note on the right. */
export function SectionHead({ id, title, side }: { id: string; title: ReactNode; side?: ReactNode }) {
  return (
    <div className="head">
      <h2 id={id}>{title}</h2>
      {side}
    </div>
  );
}

/** Main part and side column. Up to 960 px it is one column: the main part, the side column, then `after`. */
export function Cols({
  children,
  aside,
  after,
  block = false,
}: {
  children: ReactNode;
  aside: ReactNode;
  /** The long last part of the main column, which is read after the side column. */
  after?: ReactNode;
  block?: boolean;
}) {
  return (
    <div className={classes("columns", block && "block")}>
      {children}
      {aside}
      {after}
    </div>
  );
}

/** The side column, for what supports the task; `sticky` keeps it in view in wide and tall windows. */
export function Aside({
  label,
  sticky = false,
  children,
}: {
  label: string;
  sticky?: boolean;
  children: ReactNode;
}) {
  return (
    <aside className={classes("aside", sticky && "sticky")} aria-label={label}>
      {children}
    </aside>
  );
}
