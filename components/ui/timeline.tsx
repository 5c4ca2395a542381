import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

export type TimelineItem = {
  key: string;
  title: ReactNode;
  /** Who did it, after the title. */
  who?: ReactNode;
  /** The formatted time. */
  when?: string;
  /** A filled dot for what has happened, an open one for what is to come. */
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
