import type { ReactNode } from "react";

/**
 * Questions that another answer calls for. They stay in the page, so that their answers are kept; without script nothing
 * can show them again, so they stay in view.
 */
export function Needed({ when, children }: { when: boolean; children: ReactNode }) {
  return <div className={when ? undefined : "not-asked-yet"}>{children}</div>;
}
