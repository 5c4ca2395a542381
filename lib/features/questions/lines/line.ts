/** The part of the answers that a question belongs to; `years` and `members` are asked in rows. */
export type Group = "works" | "years" | "jv" | "members" | "advance" | "performance" | "interim" | "others";

/** The cases in which a question is asked or must be answered, decided by what is typed (`steps/cases.ts`). */
export type Case = "competitive" | "negotiated" | "yearly" | "advanceBefore" | "mailWished";

/** What the answer to each kind of question is once it was read; amounts in yen, dates YYYY-MM-DD. */
export type AnswerOfKind = {
  /** One line of text. */
  text: string;
  /** Several lines of text. */
  message: string;
  /** The text of a bank and its branch, with suggestions. */
  bank: string;
  phone: string;
  mail: string;
  date: string;
  money: bigint;
  /** A fiscal year, 令和8年度 = 2026. */
  year: number;
  /** A share in hundredths of a percent. */
  share: number;
  /** One of the line's `choices`. */
  choice: string;
  /** The id of a record. */
  record: string;
};
export type AnsweredKind = keyof AnswerOfKind;

type Common = {
  group: Group;
  /** To the letter; `#` is the number of the row. */
  label: string;
  /** What a mistake calls it, where the label does not say of which product. */
  called?: string;
  /** The key of the stored answer, where it is not the field's name. PERSISTED: never change one. */
  storedAs?: string;
  /** Whether a duplicate of the application keeps the answer. */
  duplicated: boolean;
  /** What the notice above a duplicate calls it, where several lines are left out under one name. */
  leftOutAs?: string;
  /** What to type, for somebody who does it for the first time. */
  help?: string;
  /** Where the help says more: an anchor of its page "faq". */
  more?: string;
  /** The answer of 会社情報 that a new draft begins with. */
  fromCompany?:
    | "contactDepartment"
    | "contactPosition"
    | "contactName"
    | "contactPhone"
    | "noticeEmail"
    | "bank"
    | "branch"
    | "billTo";
  /** Questions of one sum: its mistake stands at one of them, and goes by any. */
  sum?: "contractYen" | "shares";
  /** In a row, what the summary calls the answer under the row's first one. */
  aside?: string;
};

/** Either always asked, and required always, never, or in a case; or asked in a case alone, and then required. */
type Asking = { required: "always" | "never" | Case; asked?: never } | { required: "always"; asked: Case };

/**
 * Only free text may hold characters that no font has: they are refused where it is `printed` on the certificate or on
 * another paper of the guarantor's, and told of where only the copy of the application shows them.
 */
type FreeText = { printed: "certificate" | "paper" | "copy" };

type Answered =
  | ({ kind: "text"; width?: 12 | 14 | 18; autoComplete?: string } & FreeText)
  | ({ kind: "bank" | "message" } & FreeText)
  | { kind: "phone" | "mail" | "date" | "money" | "year" | "share" }
  | { kind: "choice"; choices: Readonly<Record<string, string>>; select?: true }
  | { kind: "record"; of: "obligees" | "branches" };

export type AnsweredLine = Common & Asking & Answered;

/** The box that applies for a product, and one that must be ticked for it: they have no answer of their own. */
type Box = Common & Asking & { kind: "apply" | "condition" };

/** One question of the form. All that is hand-kept of it stands here; the rest is derived. */
export type Line = AnsweredLine | Box;

/** Questions by the names of their fields, in the order of the form; a name ends in `#` where it is asked in rows. */
export type Lines = Readonly<Record<string, Line>>;
