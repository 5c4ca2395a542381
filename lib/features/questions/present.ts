import { z } from "zod";
import { foldName, foldText } from "#lib/core/text.ts";
import { FIELD_NAMES, QUESTIONS } from "./constants.ts";
import { isSent } from "./steps/cases.ts";
import type { Answers, RawDraft } from "./types.ts";

const yen = z.string().transform((text) => BigInt(text));
const form = z.enum(["paper", "electronic"]);
const payment = z.enum(["monthly", "transfer"]);
const wish = z.enum(["yes", "no"]);
const text = z.string().nullable();

// PERSISTED JSON (submissions.answers). Old rows must stay readable: add with a default, never rename.
const stored = z.object({
  works: z.object({
    obligeeId: z.string(),
    workName: z.string(),
    workNumber: text,
    procurement: z.enum(["open", "designated", "negotiated"]),
    noticeOn: text,
    nominatedOn: text,
    contractedOn: text,
    contractYen: yen,
    worksFrom: z.string(),
    worksTo: z.string(),
    worksPlace: text,
    jvName: text,
    // Both since version 2 of the form.
    years: z.array(z.object({ fiscalYear: z.number(), plannedYen: yen })).default([]),
    jv: z
      .object({
        kind: z.enum(["joint", "split"]),
        deposit: z.enum(["whole", "split"]),
        ownShare: z.number(),
        members: z.array(z.object({ name: z.string(), share: z.number() })),
      })
      .nullable()
      .default(null),
  }),
  products: z.object({
    advance: z
      .object({
        form,
        baseYen: yen.nullable(),
        expiresOn: text.default(null),
        guaranteeYen: yen,
        bank: z.string(),
        redeposit: z.enum(["no", "yes"]),
        payment,
        billTo: z.string(),
        statement: wish,
      })
      .nullable(),
    performance: z
      .object({ form, guaranteeYen: yen, payment, billTo: z.string(), statement: wish })
      .nullable(),
    // Since version 2 of the form.
    interim: z
      .object({
        form,
        baseYen: yen.nullable(),
        expiresOn: text.default(null),
        receivedYen: yen.nullable(),
        guaranteeYen: yen,
        bank: z.string(),
        redeposit: z.enum(["no", "yes"]),
        payment,
        billTo: z.string(),
        statement: wish,
      })
      .nullable()
      .default(null),
  }),
  others: z.object({
    branchId: z.string(),
    notice: wish,
    noticeEmail: text,
    contactDepartment: text,
    contactPosition: text,
    contactName: text,
    contactPhone: text,
    messageToBranch: text,
  }),
});

/** Answers as they are stored: the same shape with amounts as decimal strings (JSON has no bigint). */
export function toStored(answers: Answers): z.input<typeof stored> {
  return JSON.parse(
    JSON.stringify(answers, (_, value) => (typeof value === "bigint" ? String(value) : value)),
  );
}

/**
 * Answers from their stored form.
 * @throws ZodError when the row was not written by this program.
 */
export function fromStored(json: unknown): Answers {
  return stored.parse(json);
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
