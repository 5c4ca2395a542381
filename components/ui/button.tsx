import type { ComponentProps } from "react";
import { classes } from "#components/ui/classes.ts";
import { TextLink } from "#components/ui/text-link.tsx";

export type ButtonLook = {
  /** `filled` once per task; `line` for the rest; `text` and `danger` look like links (danger in red). */
  variant?: "filled" | "line" | "text" | "danger" | undefined;
  /** 56 px high: the main action of a page. */
  size?: "normal" | "big" | undefined;
  /** As wide as its container. */
  fill?: boolean | undefined;
};

/** The class names of a button's look. */
function buttonClass({ variant = "filled", size = "normal", fill = false }: ButtonLook): string {
  if (variant === "text") return "text-button";
  if (variant === "danger") return "text-button danger";
  return ["button", variant === "line" && "line", size === "big" && "big", fill && "fill"]
    .filter(Boolean)
    .join(" ");
}

/** A native button. `type` is `button` by default, so that nothing submits by accident. */
export function Button({
  variant,
  size,
  fill,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & ButtonLook) {
  return (
    <button type={type} className={classes(buttonClass({ variant, size, fill }), className)} {...rest} />
  );
}

/** A link that looks like a button. It leads somewhere and changes nothing. */
export function ButtonLink({
  variant,
  size,
  fill,
  className,
  ...rest
}: ComponentProps<typeof TextLink> & ButtonLook) {
  return <TextLink className={classes(buttonClass({ variant, size, fill }), className)} {...rest} />;
}
