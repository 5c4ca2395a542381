import type { FigureName, HelpSlug, PictureName } from "./constants.ts";

/** Text that may contain links. */
export type Inline = string | readonly (string | { words: string; href: string })[];

export type HelpStep = { title: string; text: Inline; picture?: PictureName };

export type HelpBlock =
  | { kind: "text"; text: Inline }
  | { kind: "list"; items: readonly Inline[] }
  | { kind: "steps"; items: readonly HelpStep[] }
  | { kind: "note"; text: Inline }
  | { kind: "warning"; title: string; text: Inline }
  /** The first cell of a row names it. */
  | { kind: "table"; label: string; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: "figure"; name: FigureName };

/** One question with its answer. */
export type HelpSection = {
  /** Its anchor on the page. Fields link to it, so it is never renamed. */
  anchor: string;
  /** The question, in the person's words. */
  title: string;
  /** How a word is read, in kana. */
  reading?: string;
  /** The group of the question in the contents of a long page. */
  group?: string;
  /** Other words that people search for. */
  also?: readonly string[];
  blocks: readonly HelpBlock[];
};

/** One page of the help. */
export type HelpArticle = {
  slug: HelpSlug;
  title: string;
  /** What it answers, in one or two sentences. */
  lead: string;
  sections: readonly HelpSection[];
};
