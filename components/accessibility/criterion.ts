/** How far a success criterion of WCAG 2.2 is met. */
export type CriterionState = "met" | "partly" | "none";

/** 適合: met. 一部適合: met, except for what is stated. 該当なし: it does not apply to any of the pages. */
export const CRITERION_STATES: Record<CriterionState, string> = {
  met: "適合",
  partly: "一部適合",
  none: "該当なし",
};

export type Criterion = {
  /** The number in WCAG 2.2. */
  id: string;
  level: "A" | "AA";
  name: string;
  state: CriterionState;
  /** How it is met, or what is missing. */
  how: string;
  /** The tests that check it; none when a person checked it. */
  proof: readonly string[];
};

/** Success criteria of levels A and AA that WCAG 2.1 and 2.2 added; JIS X 8341-3:2016 (WCAG 2.0) does not have them. */
const afterJis = new Set(
  "1.3.4 1.3.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.4 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.2.6 3.3.7 3.3.8 4.1.3".split(
    " ",
  ),
);

/** The criterion's number in JIS X 8341-3:2016, which follows WCAG 2.0. */
export function jisOf(id: string): string {
  return afterJis.has(id) ? "なし" : id;
}
