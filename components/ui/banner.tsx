import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { Icon, type SignName } from "#components/ui/icon.tsx";

type BannerTone = "info" | "ok" | "warn" | "error";

const signs: Record<BannerTone, SignName> = { info: "info", ok: "done", warn: "warning", error: "error" };

type BannerProps = {
  tone?: BannerTone;
  /** Without the frame, for use under a field or in a card. */
  plain?: boolean;
  title?: ReactNode;
  /** The title's element; bold text when it is not a heading. */
  heading?: "b" | "h2" | "h3";
  /** `status` for what happened, `alert` for what went wrong, after an action of the user. */
  role?: "status" | "alert";
  className?: string;
  children?: ReactNode;
};

/** A framed message with a sign. The word says the state, and the colour repeats it. */
export function Banner({
  tone = "info",
  plain = false,
  title,
  heading: Heading = "b",
  role,
  className,
  children,
}: BannerProps) {
  return (
    <div className={classes("banner", tone !== "info" && tone, plain && "plain", className)} role={role}>
      <Icon name={signs[tone]} />
      <div>
        {title && <Heading>{title}</Heading>}
        {children}
      </div>
    </div>
  );
}
