import { seen } from "#components/accessibility/criteria-seen.ts";
import { operated, understood } from "#components/accessibility/criteria-used.ts";
import type { Criterion } from "#components/accessibility/criterion.ts";

/** Every success criterion of WCAG 2.2, levels A and AA; docs/accessibility.md holds the same table. */
export const criteria: readonly Criterion[] = [...seen, ...operated, ...understood];
