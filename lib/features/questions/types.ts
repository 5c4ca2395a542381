import type { FieldName, LINES, LineName, TabSlug } from "./constants.ts";
import type { AnsweredKind, AnswerOfKind, Group } from "./lines/line.ts";

/** What was typed, by field, valid or not. */
export type RawDraft = Partial<Record<FieldName, string>>;

/** A mistake at a field, in the words shown at the field and in the error summary. */
export type FieldError = { field: FieldName; message: string };

/** A hint that is shown while typing; `refused` when the check will refuse it. */
export type Warning = FieldError & { refused: boolean };

type LineOf<Name extends LineName> = (typeof LINES)[Name];

/** The names of a group's questions that have an answer of their own. */
type AnsweredIn<G extends Group> = {
  [Name in LineName]: LineOf<Name> extends { group: G; kind: AnsweredKind } ? Name : never;
}[LineName];

type KeyOf<Name extends LineName> = LineOf<Name> extends { storedAs: infer Key extends string } ? Key : Name;

type Given<L> = L extends { choices: infer Choices }
  ? keyof Choices
  : L extends { kind: infer Kind extends AnsweredKind }
    ? AnswerOfKind[Kind]
    : never;

/** The answer to a question; null where it may be left out or is not always asked. */
type AnswerTo<L> = L extends { required: "always" }
  ? L extends { asked: string }
    ? Given<L> | null
    : Given<L>
  : Given<L> | null;

/** The answers to a group's questions, by the keys under which they are stored. */
type AnswersOf<G extends Group> = {
  [Name in AnsweredIn<G> as KeyOf<Name>]: AnswerTo<LineOf<Name>>;
};

/** 年度割: the value of the works planned for a fiscal year. */
type PlannedYear = AnswersOf<"years">;

/** A joint venture with this company as its representative; the shares are 10,000 in all. */
type JointVenture = AnswersOf<"jv"> & { members: AnswersOf<"members">[] };

/** 年度割 in the order of the years, none for works of one year; `jv` is null when JV名 stands alone or not at all. */
export type Works = AnswersOf<"works"> & { years: PlannedYear[]; jv: JointVenture | null };

export type Interim = AnswersOf<"interim">;

/** A product that is not applied for is null. */
export type Answers = {
  works: Works;
  products: {
    advance: AnswersOf<"advance"> | null;
    performance: AnswersOf<"performance"> | null;
    interim: Interim | null;
  };
  others: AnswersOf<"others">;
};

/** A group's answers as far as they can be read: null for nothing typed, undefined while it cannot be read. */
export type KnownOf<G extends Group> = MaybeRead<AnswersOf<G>>;
type MaybeRead<T> = { [Key in keyof T]?: T[Key] | null | undefined };

/** Answers as far as they can be read; all that a draft is judged by, and any {@link Answers} too. */
export type Known = {
  works: KnownOf<"works"> & {
    years: KnownOf<"years">[];
    jv: (KnownOf<"jv"> & { members: KnownOf<"members">[] }) | null;
  };
  products: {
    advance: KnownOf<"advance"> | null;
    performance: KnownOf<"performance"> | null;
    interim: KnownOf<"interim"> | null;
  };
  others: KnownOf<"others">;
};

export type Procurement = Works["procurement"];

/** One line of the summary: the question and the answer in words; no lines = 未入力. PERSISTED with each sending. */
export type SummaryRow = { field: FieldName; label: string; lines: string[]; aside?: string };
export type SummarySection = {
  step: TabSlug;
  title: string;
  groups: { title: string | null; rows: SummaryRow[] }[];
};

/** An obligee with the rule in effect, as the form and the rules need it (dates YYYY-MM-DD). */
export type ObligeeChoice = {
  id: string;
  name: string;
  title: string;
  rule: ObligeeConditions;
};

type ObligeeConditions = {
  version: number;
  acceptsElectronic: boolean;
  noticeOnOrAfter: string | null;
  nominationOnOrAfter: string | null;
  advanceCapPercent: number;
  performanceMinPercent: number;
  /** 中間前払金, and 前払金 and 中間前払金 together, at most, of the base. */
  interimCapPercent: number;
  advancesCapPercent: number;
  demoPercentages: boolean;
  /** The source of the start rule. */
  source: string;
};

/** What the answers are checked against. */
export type Context = {
  obligees: ObligeeChoice[];
  branches: { id: string; name: string; tel: string; hours: string }[];
};
