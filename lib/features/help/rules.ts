import { foldForSearch } from "#lib/core/text.ts";
import type { HelpArticle, HelpBlock, HelpSection, Inline } from "./types.ts";

/** A search result: a question of the help, and its best sentence. */
export type HelpHit = { article: HelpArticle; section: HelpSection; passage: string };

/** A text without its links. */
export function plainText(text: Inline): string {
  return typeof text === "string"
    ? text
    : text.map((part) => (typeof part === "string" ? part : part.words)).join("");
}

function textsOf(block: HelpBlock): string[] {
  switch (block.kind) {
    case "text":
    case "note":
      return [plainText(block.text)];
    case "warning":
      return [`${block.title}。`, plainText(block.text)];
    case "list":
      return block.items.map(plainText);
    case "steps":
      return block.items.map(({ title, text }) => `${title}：${plainText(text)}`);
    case "table":
      return block.rows.map((row) =>
        row.map((cell, at) => `${at === 0 ? "" : block.head[at]}${at === 0 ? "" : "："}${cell}`).join("　"),
      );
    case "figure":
      return [];
  }
}

/** 「はい。」 needs the sentence after it. */
const sentencesOf = (blocks: readonly HelpBlock[]) =>
  blocks.flatMap(textsOf).flatMap((text) => text.match(/(?:はい。|いいえ。)?[^。]+。?/g) ?? []);

/** The words of a query, folded for comparison; none empty, at most eight. */
function wordsOf(query: string): string[] {
  return query
    .slice(0, 100)
    .split(/\s+/)
    .map(foldForSearch)
    .filter((word) => word !== "")
    .slice(0, 8);
}

/**
 * The questions that contain every word of the query, whatever width, kana or case was typed. A title equal to the
 * query comes first, then titles that contain the words, then the rest in the order of the pages. An empty query finds
 * nothing.
 */
export function searchHelp(articles: readonly HelpArticle[], query: string): HelpHit[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const hits = articles.flatMap((article) =>
    article.sections.flatMap((section) => {
      const sentences = sentencesOf(section.blocks);
      const title = foldForSearch(section.title);
      const searched = foldForSearch(
        `${article.title}${section.title}${section.reading ?? ""}${section.also?.join("") ?? ""}${sentences.join("")}`,
      );
      if (!words.every((word) => searched.includes(word))) return [];
      const rank = title === words.join("") ? 0 : words.every((word) => title.includes(word)) ? 1 : 2;
      return [{ article, section, passage: passageOf(section, rank < 2 ? [] : words), rank }];
    }),
  );
  return hits.toSorted((a, b) => a.rank - b.rank).map(({ rank: _, ...hit }) => hit);
}

/**
 * The first sentence with the most words of the query, else the first of all. A row of a table reads badly on its own,
 * so it is used only when no sentence has any of the words.
 */
function passageOf({ blocks }: HelpSection, words: readonly string[]): string {
  const rows = blocks.filter(({ kind }) => kind === "table");
  const sentences = [...sentencesOf(blocks.filter(({ kind }) => kind !== "table")), ...sentencesOf(rows)];
  let best = sentences[0] ?? "";
  let most = 0;
  for (const sentence of sentences) {
    const folded = foldForSearch(sentence);
    const held = words.filter((word) => folded.includes(word)).length;
    if (held > most) [best, most] = [sentence, held];
  }
  return best;
}
