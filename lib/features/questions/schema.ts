import * as z from "zod/mini";
import { parseDate, parseFiscalYear } from "#lib/core/calendar.ts";
import { parseYen } from "#lib/core/money.ts";
import { foldCode, foldDigits, foldName, foldText } from "#lib/core/text.ts";
import { MAX_LINE, MAX_MESSAGE } from "./constants.ts";

// zod/mini, because the browser checks with the same schemas. Every parser takes the raw text of one control and gives
// the answer or one sentence that says what to do.

const raw = z._default(z.string(), "");

function parser<T>(read: (raw: string, refuse: (message: string) => never) => T) {
  return z.pipe(
    raw,
    z.transform((value, context) => {
      try {
        return read(value, (message) => {
          throw new Refused(message);
        });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        context.issues.push({ code: "custom", message: error.message, input: value });
        return z.NEVER;
      }
    }),
  );
}

class Refused extends Error {}

/** One line of text; names keep their characters (only width of kana and outer spaces are folded). */
export const line = (label: string) =>
  parser((value, refuse) => {
    const text = foldName(value);
    if (text === "") return refuse(`${label}を入力してください。`);
    if ([...text].length > MAX_LINE) return refuse(`${label}は、${MAX_LINE}文字以内で入力してください。`);
    return text;
  });

/** The same, or null when nothing was typed. */
export const optionalLine = (label: string) =>
  parser((value, refuse) => {
    const text = foldName(value);
    if ([...text].length > MAX_LINE) return refuse(`${label}は、${MAX_LINE}文字以内で入力してください。`);
    return text === "" ? null : text;
  });

/** Several lines of free text, or null. */
export const optionalMessage = (label: string) =>
  parser((value, refuse) => {
    const text = foldText(value);
    if ([...text].length > MAX_MESSAGE)
      return refuse(`${label}は、${MAX_MESSAGE}文字以内で入力してください。`);
    return text === "" ? null : text;
  });

/** A calendar date in any usual spelling, as YYYY-MM-DD. */
export const date = (label: string) =>
  parser((value, refuse) => {
    if (foldCode(value) === "") return refuse(`${label}を入力してください。`);
    return parseDate(value) ?? refuse(dateHint(label));
  });

/** The same, or null when nothing was typed. */
export const optionalDate = (label: string) =>
  parser((value, refuse) => {
    if (foldCode(value) === "") return null;
    return parseDate(value) ?? refuse(dateHint(label));
  });

function dateHint(label: string): string {
  return `${label}は、2026/4/10、R8.4.10 または 令和8年4月10日 のように入力してください。`;
}

/** Whole yen, 1 to 999,999,999,999. */
export const yen = (label: string) =>
  parser((value, refuse) => {
    const amount = parseYen(value);
    if (amount.ok) return amount.yen;
    return refuse(yenHint(label, amount.reason));
  });

/** The same, or null when nothing was typed. */
export const optionalYen = (label: string) =>
  parser((value, refuse) => {
    const amount = parseYen(value);
    if (amount.ok) return amount.yen;
    return amount.reason === "empty" ? null : refuse(yenHint(label, amount.reason));
  });

function yenHint(label: string, reason: "empty" | "not_a_number" | "out_of_range"): string {
  if (reason === "empty") return `${label}を入力してください。`;
  if (reason === "out_of_range") return `${label}は、1円から999,999,999,999円までで入力してください。`;
  return `${label}は、20,000,000 のように円単位の数字で入力してください。`;
}

/** A fiscal year as a number, 令和8年度 = 2026. */
export const fiscalYearOf = (label: string) =>
  parser((value, refuse) => {
    if (foldCode(value) === "") return refuse(`${label}を入力してください。`);
    return parseFiscalYear(value) ?? refuse(`${label}は、令和8年度 または 2026 のように入力してください。`);
  });

/** A share in hundredths of a percent, more than 0 and less than 100 %, with at most two decimals. */
export const share = (label: string) =>
  parser((value, refuse) => {
    if (foldCode(value) === "") return refuse(`${label}を入力してください。`);
    return (
      parseShare(value) ??
      refuse(
        `${label}は、60 または 33.34 のように、0より大きく100より小さい数字（小数点以下2桁まで）で入力してください。`,
      )
    );
  });

/** The same as {@link share} for a text that may be anything; null when it is none. */
export function parseShare(raw: string): number | null {
  const [, whole, part = ""] = /^(\d{1,2})(?:\.(\d{1,2}))?%?$/.exec(foldDigits(raw)) ?? [];
  const hundredths = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return hundredths > 0 ? hundredths : null;
}

/** A box that must be ticked, with the sentence for an open one. */
export const ticked = (refusal: string) => parser((value, refuse) => (value === "" ? refuse(refusal) : true));

/** One of a fixed set of choices. */
export const choice = <K extends string>(label: string, choices: Record<K, string>) =>
  parser((value, refuse) =>
    Object.hasOwn(choices, value) ? (value as K) : refuse(`${label}を選んでください。`),
  );

/** One of the records in a master, by id. */
export const oneOf = (label: string, ids: readonly string[]) =>
  parser((value, refuse) => (ids.includes(value) ? value : refuse(`${label}を選んでください。`)));

// ASCII only: a server without SMTPUTF8 refuses the rest, and the notice would never arrive.
const emailShape = /^[!#-'*+\-./0-9=?A-Z^-~]+@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+$/;

/** One e-mail address; width is folded. */
export const email = (label: string) =>
  parser((value, refuse) => {
    const text = foldCode(value);
    if (text === "") return refuse(`${label}を入力してください。`);
    if (!emailShape.test(text) || text.length > 254)
      return refuse(`${label}は、name@example.jp の形で、1件だけ入力してください。`);
    return text;
  });

/** A telephone number or null; kept as typed after folding, because extensions and countries differ. */
export const optionalPhone = (label: string) =>
  parser((value, refuse) => {
    const text = foldCode(value);
    if (text === "") return null;
    if (!/^[0-9+()\-.#*]{4,30}$/.test(text))
      return refuse(`${label}は、0465-00-0000 のように数字で入力してください。`);
    return text;
  });
