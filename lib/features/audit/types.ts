/** A line of 経過, in the words of one reader. */
export type TimelineLine = {
  key: string;
  title: string;
  /** Null: nobody is named. */
  who: string | null;
  when: string;
  text: string | null;
};
