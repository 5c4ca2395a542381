import { z } from "zod";
import { dateText, yenText } from "#lib/core/codecs.ts";
import { foldName, foldText } from "#lib/core/text.ts";
import { FIELD_NAMES, isAnswered, LINES, QUESTIONS } from "./constants.ts";
import type { AnsweredKind, AnswerOfKind, Group, Line } from "./lines/line.ts";
import { isSent } from "./steps/cases.ts";
import type { Answers, RawDraft } from "./types.ts";

/** How the answer to each kind of question is stored: amounts as decimal strings, JSON has no bigint. */
const KINDS = {
  text: z.string(),
  message: z.string(),
  bank: z.string(),
  phone: z.string(),
  mail: z.string(),
  date: dateText,
  record: z.string(),
  money: yenText,
  year: z.number(),
  share: z.number(),
} satisfies { [K in Exclude<AnsweredKind, "choice">]: z.ZodType<AnswerOfKind[K]> };

function shapeOf(group: Group) {
  const lines: [string, Line][] = Object.entries(LINES);
  return Object.fromEntries(
    lines.flatMap(([name, line]) => {
      if (line.group !== group || !isAnswered(line)) return [];
      const schema: z.ZodType = line.kind === "choice" ? z.enum(Object.keys(line.choices)) : KINDS[line.kind];
      // A row from before the question was asked has no answer to it.
      const mayLack = line.required !== "always" || line.asked !== undefined;
      return [[line.storedAs ?? name, mayLack ? schema.nullable().default(null) : schema]];
    }),
  );
}

// PERSISTED JSON (submissions.answers). Old rows must stay readable: a question that must be answered by everybody is
// new for them, too, and needs a default here. Years, joint ventures and 中間前払金保証 came with version 2 of the form.
const stored = z.object({
  works: z.object({
    ...shapeOf("works"),
    years: z.array(z.object(shapeOf("years"))).default([]),
    jv: z
      .object({ ...shapeOf("jv"), members: z.array(z.object(shapeOf("members"))) })
      .nullable()
      .default(null),
  }),
  products: z.object({
    advance: z.object(shapeOf("advance")).nullable(),
    performance: z.object(shapeOf("performance")).nullable(),
    interim: z.object(shapeOf("interim")).nullable().default(null),
  }),
  others: z.object(shapeOf("others")),
});

type Stored<T> = T extends bigint
  ? string
  : T extends readonly (infer One)[]
    ? Stored<One>[]
    : T extends object
      ? { [Key in keyof T]: Stored<T[Key]> }
      : T;

/** Answers as they are stored: the same shape with amounts as decimal strings. */
export function toStored(answers: Answers): Stored<Answers> {
  return stored.encode(answers) as Stored<Answers>;
}

/**
 * Answers from their stored form.
 * @throws ZodError when the row was not written by this program.
 */
export function fromStored(json: unknown): Answers {
  return stored.parse(json) as Answers;
}

/** The free texts that go with a draft, folded as they will be printed, and where: a certificate, another paper, the copy alone. */
export function printedTexts(draft: RawDraft) {
  return FIELD_NAMES.flatMap((field) => {
    const line = QUESTIONS[field];
    if (!("printed" in line) || !isSent(field, draft)) return [];
    const raw = draft[field] ?? "";
    return [{ field, text: line.kind === "message" ? foldText(raw) : foldName(raw), printed: line.printed }];
  });
}

/** A character that no font prints; `position` counts characters from 1. */
type Unprintable = { character: string; position: number };

const codeOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** The place and the name of a character, of what nobody sees by its code and the character before it. */
function placeOf(label: string, text: string, { character, position }: Unprintable): string {
  const before = [...text][position - 2]?.trim();
  if (!/[\p{C}\p{M}\p{Z}]/u.test(character)) return `${label}の${position}文字目「${character}」`;
  const place = before ? `「${before}」の次にある` : "先頭にある";
  return `${label}の${position}文字目（${place}文字コード ${codeOf(character)}）`;
}

/**
 * Why a text cannot be printed, and what to do. What nobody sees (a variation selector, a combining mark, a control
 * character) is named by its code and by the character before it; `position` counts characters from 1.
 */
export function presentUnprintable(label: string, text: string, found: Unprintable): string {
  const { character, position } = found;
  const before = [...text][position - 2];
  if (before && /\p{Variation_Selector}/u.test(character))
    return `${label}の${position - 1}文字目「${before}」に付いている異体字の指定（${codeOf(character)}）は、保証証書に印刷できません。「${before}」を消して、標準の字体で入力し直してください。`;
  const another = /[\p{C}\p{M}\p{Z}]/u.test(character)
    ? "消すか、別の文字で入力してください。"
    : "別の文字で入力してください。";
  return `${placeOf(label, text, found)}は、保証証書に印刷できません。${another}`;
}

/** That a free text reaches the branch whole, but loses a character in the copy as PDF. */
export function presentLostInCopy(label: string, text: string, found: Unprintable): string {
  return `${placeOf(label, text, found)}は、申込内容の控え（PDF）では「〓」になります。支店の画面には、そのまま表示されます。`;
}
