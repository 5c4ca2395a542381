import type { ReactNode } from "react";

/**
 * Questions that depend on another answer. They stay in the page when hidden, so that their answers are kept; without
 * script nothing could show them, so they stay visible.
 */
export function Needed({ when, children }: { when: boolean; children: ReactNode }) {
  return <div className={when ? undefined : "not-asked-yet"}>{children}</div>;
}
