import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

type CardProps = {
  title?: ReactNode;
  heading?: "h2" | "h3";
  /** On a light tint of the key colour. */
  tint?: boolean;
  children: ReactNode;
};

/** A framed block with a small heading, for the side column and for pairs of facts. */
export function Card({ title, heading: Heading = "h2", tint = false, children }: CardProps) {
  return (
    <section className={classes("card", tint && "tint")}>
      {title && <Heading>{title}</Heading>}
      {children}
    </section>
  );
}
