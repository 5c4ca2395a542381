import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

export type TimelineItem = {
  key: string;
  title: ReactNode;
  /** Who did it, after the title. */
  who?: ReactNode;
  /** The formatted time of what happened. */
  when?: string;
  /** Happened: a filled dot; to come: an open one. */
  done?: boolean;
  children?: ReactNode;
};

/** A timeline: what happened, with its time, and what is to come. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map(({ key, title, who, when, done, children }) => (
        <li key={key} className={classes(done && "done")}>
          <b>{title}</b>
          {who && (
            <>
              {"　"}
              <span className="by">{who}</span>
            </>
          )}
          {when && <span className="when digits">{when}</span>}
          {children}
        </li>
      ))}
    </ol>
  );
}
