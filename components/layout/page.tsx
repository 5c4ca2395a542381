import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { TextLink } from "#components/ui/text-link.tsx";

/** One step of the path to a page; the last one, without href, is the page itself. */
export type Crumb = { label: string; href?: string };

/** Where the page stands. */
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

/** The inside of a frame: the path, then the page's main part. */
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

/** The head of a page. */
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

/** A section's head: the h2 at the left, a link or a note at the right. */
export function SectionHead({ id, title, side }: { id: string; title: ReactNode; side?: ReactNode }) {
  return (
    <div className="head">
      <h2 id={id}>{title}</h2>
      {side}
    </div>
  );
}

/** Main part and side column; one column up to 960 px, the side after the main part and before what is `after` it. */
export function Cols({
  children,
  aside,
  after,
  block = false,
}: {
  children: ReactNode;
  aside: ReactNode;
  /** The long end of the main part, to be read when the side has been. */
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

/** The side column: only what supports the task; `sticky` stays in view on wide and tall windows. */
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
