import listed from "./common-passwords.json" with { type: "json" };

/**
 * The 3,200 passwords that are tried first: the head of the list of zxcvbn 4.4.2 (© Dropbox, Inc., MIT licence), which
 * goes back to Mark Burnett's collection; folded to lower case, four characters and more, the most common first.
 */
const commonPasswords: ReadonlySet<string> = new Set(listed);

/**
 * Counted in Unicode code points after NFC, so that 髙 and an emoji count as one (docs/quality.md C09; NIST SP 800-63B).
 */
const PASSWORD_LENGTH = { min: 15, max: 128 } as const;

/** Words of this portal, which a guess would begin with. */
const ownWords = [
  "保証デスク",
  "電子保証",
  "前払金",
  "契約保証",
  "保証",
  "小田原",
  "認証キー",
  "パスワード",
  "odawara",
  "hosho",
  "desk",
  "netdesk",
  "denshi",
  "maebarai",
  "keiyaku",
  "password",
  "company",
];

/** Digits, marks and blanks make a word no harder to guess. */
const filling = /[\p{N}\p{P}\p{S}\p{Z}\p{C}]/gu;

const fold = (text: string) => text.normalize("NFKC").toLowerCase();

/** How many characters a password must have beyond known words. */
const leastOwn = 6;

/**
 * Why a password is refused, as a sentence, or null. It must be long; a mixture of kinds is not required. Refused is
 * what attackers try first: a common password (alone, repeated, two in a row or with digits around it), a few
 * characters over and over, a run on the keyboard, and the portal's or the person's own words with little added.
 * @param context the company, the person's name and the mail address.
 */
export function passwordProblem(password: string, context: readonly string[] = []): string | null {
  const { length } = [...password.normalize("NFC")];
  if (length < PASSWORD_LENGTH.min)
    return `パスワードは、${PASSWORD_LENGTH.min}文字以上で入力してください。いまは${length}文字です。`;
  if (length > PASSWORD_LENGTH.max) return `パスワードは、${PASSWORD_LENGTH.max}文字以内で入力してください。`;
  const folded = fold(password);
  if (new Set(folded).size < 5 || isRun(folded) || isCommon(folded))
    return "よく使われる、推測されやすいパスワードです。関係のない言葉をいくつかつなげるなど、別のパスワードを入力してください。";
  if (isOfContext(folded, context))
    return "会社名・お名前・メールアドレスなどから推測されやすいパスワードです。別のパスワードを入力してください。";
  return null;
}

/** Nothing but one or two common passwords, repeated or not, with anything but letters between and around them. */
function isCommon(folded: string): boolean {
  if (commonPasswords.has(folded)) return true;
  const letters = folded.replace(filling, "");
  return withoutOneWord(letters).some((rest) => rest === "" || withoutOneWord(rest).includes(""));
}

/** For each common password that the text begins with: what is left of the text without it. */
function withoutOneWord(text: string): string[] {
  return Array.from(text, (_, at) => text.slice(0, at + 1))
    .filter((word) => commonPasswords.has(word))
    .map((word) => text.replaceAll(word, ""));
}

const rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const runs = rows.flatMap((row) => [row, [...row].reverse().join("")]);

/** Nearly every character follows the one before it on the keyboard or in the alphabet. */
function isRun(folded: string): boolean {
  let steps = 0;
  for (let at = 1; at < folded.length; at += 1) {
    const pair = folded.slice(at - 1, at + 1);
    if (pair[0] === pair[1] || runs.some((row) => row.includes(pair))) steps += 1;
  }
  return steps >= (folded.length - 1) * 0.8;
}

/** Too little is left without the portal's and the person's own words, taken out longest first. */
function isOfContext(folded: string, context: readonly string[]): boolean {
  const words = [...ownWords, ...context.flatMap((text) => fold(text).split(/[\s@.・()（）-]+/u))]
    .map((word) => word.replace(filling, ""))
    .filter((word) => word.length >= (/^[a-z]+$/.test(word) ? 4 : 2))
    .sort((a, b) => b.length - a.length);
  let left = folded.replace(filling, "");
  let found = false;
  for (const word of words) {
    if (!left.includes(word)) continue;
    found = true;
    left = left.replaceAll(word, "");
  }
  return found && [...left].length < leastOwn;
}
