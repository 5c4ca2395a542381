import { words } from "#components/help/articles/words.ts";
import type { HelpArticle } from "#lib/features/help/types.ts";

/** ア行, カ行 … by the first character of a reading. */
function rowOf(reading: string): string {
  const rows = [
    "あいうえお",
    "かきくけこがぎぐげご",
    "さしすせそざじずぜぞ",
    "たちつてとだぢづでど",
    "なにぬねの",
    "はひふへほばびぶべぼ",
    "まみむめも",
    "やゆよ",
    "らりるれろ",
    "わをん",
  ];
  const names = ["あ", "か", "さ", "た", "な", "は", "ま", "や", "ら", "わ"];
  return `${names[rows.findIndex((row) => row.includes(reading.charAt(0)))] ?? "ほか"}行`;
}

/** 「用語」: the words of the screens, in the order of their readings; the same things as in docs/glossary.md. */
export const terms: HelpArticle = {
  slug: "terms",
  title: "用語",
  lead: "保証デスクの画面で使う言葉を、五十音順に説明します。",
  sections: words
    .toSorted((a, b) => a.reading.localeCompare(b.reading, "ja"))
    .map(({ word, reading, anchor, meaning, same = [], also = [] }) => ({
      anchor,
      group: rowOf(reading),
      title: word,
      reading,
      also: [...same, ...also],
      blocks: [
        { kind: "text", text: meaning },
        ...(same.length > 0 ? [{ kind: "text" as const, text: `ほかの言い方：${same.join("、")}` }] : []),
      ],
    })),
};
