import type { ReactNode } from "react";

type BlankProps = {
  title: string;
  heading?: "h2" | "h3";
  children?: ReactNode;
  /** The action that fills it. */
  action?: ReactNode;
};

/** An empty state: the fact, what it means, and one action. */
export function Blank({ title, heading: Heading = "h3", children, action }: BlankProps) {
  return (
    <div className="blank">
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** Waiting, with a ring; the words should say that it is safe to leave. */
export function Wait({ children }: { children: ReactNode }) {
  return (
    <p className="wait" role="status">
      {children}
    </p>
  );
}
