import type { FigureName, HelpSlug, PictureName } from "./constants.ts";

/** Text; some of its words may lead elsewhere. */
export type Inline = string | readonly (string | { words: string; href: string })[];

export type HelpStep = { title: string; text: Inline; picture?: PictureName };

export type HelpBlock =
  | { kind: "text"; text: Inline }
  | { kind: "list"; items: readonly Inline[] }
  | { kind: "steps"; items: readonly HelpStep[] }
  | { kind: "note"; text: Inline }
  | { kind: "caution"; title: string; text: Inline }
  /** The first cell of a row names it. */
  | { kind: "table"; label: string; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: "figure"; name: FigureName };

/** One question with its answer. */
export type HelpSection = {
  /** Its place on the page: a field's link may lead there, so it is never renamed. */
  anchor: string;
  /** The question, as the person asks it. */
  title: string;
  /** How a word is read, in kana. */
  reading?: string;
  /** Gathers the questions of a long page in its contents. */
  group?: string;
  /** Other words that people look for. */
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
