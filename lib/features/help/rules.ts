import { foldForSearch } from "#lib/core/text.ts";
import type { HelpArticle, HelpBlock, HelpSection, Inline } from "./types.ts";

/** A question of the help that holds what was looked for, with the sentence that does. */
export type HelpHit = { article: HelpArticle; section: HelpSection; passage: string };

/** The words of a text without where they lead. */
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
    case "caution":
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

const sentencesOf = (section: HelpSection) =>
  section.blocks.flatMap(textsOf).flatMap((text) => text.match(/[^。]+。?/g) ?? []);

/** The words of a query as they are compared: folded, none empty, at most eight. */
function wordsOf(query: string): string[] {
  return query
    .slice(0, 100)
    .split(/\s+/)
    .map(foldForSearch)
    .filter((word) => word !== "")
    .slice(0, 8);
}

/**
 * The questions that hold every word of the query, in whatever width, kana or case it was typed; those whose title holds
 * them come first, else in the order of the pages. Nothing for an empty query.
 */
export function searchHelp(articles: readonly HelpArticle[], query: string): HelpHit[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const hits = articles.flatMap((article) =>
    article.sections.flatMap((section) => {
      const sentences = sentencesOf(section);
      const title = foldForSearch(section.title);
      const whole = foldForSearch(
        `${article.title}${section.title}${section.reading ?? ""}${section.also?.join("") ?? ""}${sentences.join("")}`,
      );
      if (!words.every((word) => whole.includes(word))) return [];
      const best = bestSentence(sentences, words);
      return [{ article, section, passage: best, ofTitle: words.every((word) => title.includes(word)) }];
    }),
  );
  return [...hits.filter(({ ofTitle }) => ofTitle), ...hits.filter(({ ofTitle }) => !ofTitle)].map(
    ({ ofTitle: _, ...hit }) => hit,
  );
}

/** The first sentence that holds most of the words; the first of all when only the title does. */
function bestSentence(sentences: readonly string[], words: readonly string[]): string {
  let best = sentences[0] ?? "";
  let most = 0;
  for (const sentence of sentences) {
    const folded = foldForSearch(sentence);
    const held = words.filter((word) => folded.includes(word)).length;
    if (held > most) [best, most] = [sentence, held];
  }
  return best;
}
