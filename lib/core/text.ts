/**
 * Every stroke that Japanese keyboards, word processors and PDFs put where a hyphen is meant; NFKC leaves most of them.
 */
const hyphens = /[-\u2010-\u2015\u2043\u2212\u2500\u2501\u30FC\uFE58\uFE63\uFF0D\uFF70]/g;

/** Blanks, line ends and control characters; format characters (ZWSP, BOM, word joiner, bidi marks); halves of a broken pair. */
const unseen = /[\s\p{Cc}\p{Cf}\p{Cs}]/gu;

const thousandsSeparators = /[,\u3001\uFF0C\uFF64]/g;

/**
 * Folds a code, e-mail address or telephone number to the ASCII that was meant: full width to half, every kind of
 * hyphen (the long vowel mark too) to "-", no blanks, line ends or invisible characters. Letter case is kept.
 */
export function foldCode(text: string): string {
  return text
    .replace(hyphens, "-")
    .replace(unseen, "")
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/**
 * Folds a number like {@link foldCode} and drops thousands separators (, ， 、 ､); signs, decimal points and units stay.
 */
export function foldDigits(text: string): string {
  return foldCode(text.replace(thousandsSeparators, ""));
}

/**
 * Folds half-width kana to full width and joins kana with a combining or half-width voicing mark. It changes nothing
 * else: normalising the whole text would replace U+FA19 by another kanji and ㈱ by (株), and a name must stay as
 * registered.
 */
function foldKana(text: string): string {
  return text
    .replace(/[\uFF61-\uFF9D]/g, (narrow) => narrow.normalize("NFKC"))
    .replace(/([\u3041-\u30FF])([\u3099\u309A\uFF9E\uFF9F])/g, (pair, kana: string, mark: string) => {
      const joined = (kana + mark).normalize(mark < "\uFF00" ? "NFC" : "NFKC");
      return joined.length === 1 ? joined : pair;
    })
    .replaceAll("\uFF9E", "\u309B")
    .replaceAll("\uFF9F", "\u309C");
}

/**
 * Removes invisible characters on which a font or PostgreSQL would trip; exotic blanks become a plain one, U+3000
 * stays.
 */
function dropUnseen(text: string): string {
  return text.replace(/[\p{Cf}\p{Cs}]/gu, "").replace(/(?!\u3000)\p{Zs}/gu, " ");
}

/**
 * Folds a name, title or place to one line: trims it, turns runs of line ends and control characters into one space,
 * makes half-width kana full width. Kanji, ㈱, ①, full-width letters and inner U+3000 stay as typed (docs/quality.md
 * A21).
 */
export function foldName(text: string): string {
  return foldKana(dropUnseen(text).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")).trim();
}

/** Folds a remark of several lines like {@link foldName}, with "\n" for every line end and no blanks at line ends. */
export function foldText(text: string): string {
  const lines = dropUnseen(text).split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/);
  return lines
    .map((line) => foldKana(line.replace(/\p{Cc}+/gu, " ")).trimEnd())
    .join("\n")
    .trim();
}

/**
 * The form in which a search compares two spellings: NFKC, lower case, without hyphens and blanks. It is never shown
 * and never replaces the stored text.
 */
export function foldForSearch(text: string): string {
  const bare = text.normalize("NFKC").toLowerCase().replace(hyphens, "").replace(unseen, "");
  // Without the blank, a kana and its voicing mark may meet (か゛ decomposes to か, blank, mark).
  return bare.normalize("NFKC");
}

/** A running number with leading zeros. Throws RangeError below 1 and beyond the length. */
export function padSerial(serial: bigint | number, length: number): string {
  const digits = BigInt(serial).toString();
  // A number that grew by a digit or began again would no longer be unique, so it is better to stop.
  if (serial < 1 || digits.length > length) throw new RangeError(`No serial of ${length} digits: ${digits}`);
  return digits.padStart(length, "0");
}
