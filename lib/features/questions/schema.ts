import { parseDate, parseFiscalYear } from "#lib/core/calendar.ts";
import { parseYen } from "#lib/core/money.ts";
import { foldCode, foldDigits, foldName, foldText } from "#lib/core/text.ts";
import { MAX_LINE, MAX_MESSAGE } from "./constants.ts";
import type { AnsweredKind, AnsweredLine, AnswerOfKind } from "./lines/line.ts";
import type { Context } from "./types.ts";

/** The reading of one control's text: the answer, null for none, or one sentence that says what to do. */
export type Reading<T> = { answer: T | null } | { mistake: string };
type Reader<T> = (raw: string, called: string) => Reading<T>;

const textUpTo =
  (limit: number, fold: (raw: string) => string): Reader<string> =>
  (raw, called) => {
    const text = fold(raw);
    return [...text].length > limit
      ? { mistake: `${called}は、${limit}文字以内で入力してください。` }
      : { answer: text === "" ? null : text };
  };

/** Names keep their characters; only kana width and outer spaces are folded. */
const line = textUpTo(MAX_LINE, foldName);

/** Reads a text after width and blanks are folded. */
const coded =
  <T>(parse: (code: string) => T | null, hint: string): Reader<T> =>
  (raw, called) => {
    const code = foldCode(raw);
    if (code === "") return { answer: null };
    const answer = parse(raw);
    return answer === null ? { mistake: `${called}は、${hint}` } : { answer };
  };

// ASCII only: a mail server without SMTPUTF8 refuses anything else, and the mail would never arrive.
const emailShape = /^[!#-'*+\-./0-9=?A-Z^-~]+@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+$/;

/**
 * A share in hundredths of a percent, more than 0 and less than 100 %, with at most two decimals; null for any other
 * text.
 */
function parseShare(raw: string): number | null {
  const [, whole, part = ""] = /^(\d{1,2})(?:\.(\d{1,2}))?%?$/.exec(foldDigits(raw)) ?? [];
  const hundredths = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return hundredths > 0 ? hundredths : null;
}

/** How the text of each kind is read, both in the browser and on the server. */
export const READERS = {
  text: line,
  bank: line,
  message: textUpTo(MAX_MESSAGE, foldText),
  date: coded(parseDate, "2026/4/10、R8.4.10 または 令和8年4月10日 のように入力してください。"),
  year: coded(parseFiscalYear, "令和8年度 または 2026 のように入力してください。"),
  share: coded(
    parseShare,
    "60 または 33.34 のように、0より大きく100より小さい数字（小数点以下2桁まで）で入力してください。",
  ),
  mail: coded((raw) => {
    const code = foldCode(raw);
    return emailShape.test(code) && code.length <= 254 ? code : null;
  }, "name@example.jp の形で、1件だけ入力してください。"),
  // Kept as typed after folding, because extensions and countries differ in form.
  phone: coded((raw) => {
    const code = foldCode(raw);
    return /^[0-9+()\-.#*]{4,30}$/.test(code) ? code : null;
  }, "0465-00-0000 のように数字で入力してください。"),
  money: (raw, called) => {
    const amount = parseYen(raw);
    if (amount.ok) return { answer: amount.yen };
    if (amount.reason === "empty") return { answer: null };
    return amount.reason === "out_of_range"
      ? { mistake: `${called}は、1円から999,999,999,999円までで入力してください。` }
      : { mistake: `${called}は、20,000,000 のように円単位の数字で入力してください。` };
  },
} as const satisfies { [K in Exclude<AnsweredKind, "choice" | "record">]: Reader<AnswerOfKind[K]> };

/** A typed amount, or null while it cannot be read. */
export function yenOf(raw: string | undefined): bigint | null {
  const amount = parseYen(raw ?? "");
  return amount.ok ? amount.yen : null;
}

/** Reads the answer to a question; required answers that are missing are checked elsewhere. */
export function readAnswer(
  question: AnsweredLine,
  raw: string,
  context: Context,
): Reading<AnswerOfKind[AnsweredKind]> {
  const { kind } = question;
  const called = question.called ?? question.label;
  if (kind !== "choice" && kind !== "record") return READERS[kind](raw, called);
  const known =
    kind === "choice" ? Object.keys(question.choices) : context[question.of].map((record) => record.id);
  if (raw === "") return { answer: null };
  return known.includes(raw) ? { answer: raw } : { mistake: `${called}を選んでください。` };
}

/** The sentence for a required question without an answer. */
export function missing({ kind, called, label }: AnsweredLine): string {
  return `${called ?? label}を${kind === "choice" || kind === "record" ? "選んで" : "入力して"}ください。`;
}
