/** A line of 経過 in words, as one reader is told it. */
export type TimelineLine = {
  key: string;
  title: string;
  /** Null: nobody is named. */
  who: string | null;
  when: string;
  text: string | null;
};
