import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

/** plain: nothing happens; go: under way; turn: someone must act; ok: done; stop: refused or failed. */
export type ChipTone = "plain" | "go" | "ok" | "turn" | "stop";

/** The state of one thing: a word in a tinted frame, never colour alone. */
export function Chip({ tone = "plain", children }: { tone?: ChipTone; children: ReactNode }) {
  return <span className={classes("chip", tone !== "plain" && tone)}>{children}</span>;
}
