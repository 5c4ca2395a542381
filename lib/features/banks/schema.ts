import type { BankRecord } from "./types.ts";

// How banks are written on paper, and how typed text is compared with the national list. The list has short names (横浜,
// さがみ信金) and kana in capitals without small letters (トウキヨウ), so both sides are folded in the same way.

const endings: readonly [from: RegExp, to: string][] = [
  [/信金$/, "信用金庫"],
  [/信組$/, "信用組合"],
  [/労金$/, "労働金庫"],
  [/農協$/, "農業協同組合"],
];

/** Ordinary Japanese banks and ゆうちょ; foreign banks keep their registered names. */
const takesBank = /^(0[0135]\d\d|02[1-9]\d|9900)$/;

/** A bank's full name: 横浜 → 横浜銀行, さがみ信金 → さがみ信用金庫. */
export function bankName({ code, name }: Pick<BankRecord, "code" | "name">): string {
  if (takesBank.test(code) && !name.endsWith("銀行")) return `${name}銀行`;
  for (const [from, to] of endings) if (from.test(name)) return name.replace(from, to);
  return name;
}

/** Endings that already name an office; 本所 or 綾部 are places and do not. */
const officeName =
  /(店|営業部|業務部|出張所|支所|営業所|事業所|相談所|センター|本部|[０-９]+部|ブルー|ハブ)$/;

/** A branch's full name: 小田原 → 小田原支店. Cooperatives and ゆうちょ use other names, which are kept. */
export function branchName(bankCode: string, name: string): string {
  return bankCode >= "3000" || officeName.test(name) ? name : `${name}支店`;
}

/** Folds kana to one spelling: hiragana, large letters, no long vowels (とうきょう, トーキョー and "tokyo" become the same). */
export function foldSound(text: string): string {
  const hiragana = text
    .normalize("NFKC")
    .replace(/[\u30A1-\u30F6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[-\u2010-\u2015\u2212\u30FC\s・'’.,]/g, "");
  const large = hiragana.replace(/[ぁぃぅぇぉっゃゅょゎ]/g, (kana) => largeKana[kana] ?? kana);
  return large.replace(/([うくすつぬふむゆるぐずづぶぷおこそとのほもよろをごぞどぼぽ])[うお]+/g, "$1");
}

const largeKana: Readonly<Record<string, string>> = {
  ぁ: "あ",
  ぃ: "い",
  ぅ: "う",
  ぇ: "え",
  ぉ: "お",
  っ: "つ",
  ゃ: "や",
  ゅ: "ゆ",
  ょ: "よ",
  ゎ: "わ",
};

/** Consonants with their five kana (a i u e o); 」 marks a sound that the row does not have. */
const rows: Readonly<Record<string, string>> = {
  "": "あいうえお",
  k: "かきくけこ",
  s: "さしすせそ",
  t: "たちつてと",
  n: "なにぬねの",
  h: "はひふへほ",
  m: "まみむめも",
  y: "や」ゆ」よ",
  r: "らりるれろ",
  w: "わ」」」を",
  g: "がぎぐげご",
  z: "ざじずぜぞ",
  d: "だぢづでど",
  b: "ばびぶべぼ",
  p: "ぱぴぷぺぽ",
};

/** Consonants before a small や, ゆ or よ, in Hepburn and in the school spelling. */
const glides: Readonly<Record<string, string>> = {
  ...{ ky: "き", sy: "し", sh: "し", ty: "ち", ch: "ち", cy: "ち", ny: "に", hy: "ひ", my: "み", ry: "り" },
  ...{ gy: "ぎ", zy: "じ", jy: "じ", j: "じ", by: "び", py: "ぴ", dy: "ぢ" },
};
const others: Readonly<Record<string, string>> = { shi: "し", chi: "ち", tsu: "つ", ji: "じ", fu: "ふ" };
const glideKana: Readonly<Record<string, string>> = { a: "や", u: "ゆ", e: "え", o: "よ" };

function syllable(consonant: string, vowel: string): string | null {
  const other = others[consonant + vowel];
  if (other) return other;
  const glide = glides[consonant];
  if (glide) return glide + (vowel === "i" ? "" : (glideKana[vowel] ?? ""));
  const kana = rows[consonant]?.["aiueo".indexOf(vowel)];
  return kana === undefined || kana === "」" ? null : kana;
}

/**
 * Reads roman letters as kana (yokohama → よこはま), in Hepburn, school and keyboard spelling, without unfinished
 * consonants at the end. Null when it is not a Japanese word (ufj) or contains anything but letters.
 */
export function readRoman(text: string): string | null {
  const bare = text.normalize("NFKC").toLowerCase().replace(/[\s-]/g, "").replace(/’/g, "'");
  let rest = bare.replace(/[āâ]/g, "a").replace(/[ūû]/g, "u").replace(/[ōô]/g, "o");
  if (!/^[a-z][a-z']*$/.test(rest)) return null;
  let kana = "";
  while (rest !== "") {
    const [, consonant = "", vowel] = /^([bcdfghjkmnprstwyz]{0,2})([aiueo])/.exec(rest) ?? [];
    const read = vowel ? syllable(consonant, vowel) : null;
    if (rest.startsWith("'")) {
      rest = rest.slice(1);
    } else if (read !== null) {
      kana += read;
      rest = rest.slice(consonant.length + 1);
    } else if (/^n(?![aiueoy])|^m[bp]/.test(rest)) {
      kana += "ん";
      rest = rest.slice(1);
    } else if (/^([kstcpgdbz])\1|^tch/.test(rest)) {
      kana += "つ";
      rest = rest.slice(1);
    } else {
      const waiting = rest.length === 1 || rest in glides || /^(sh|ch|ts)$/.test(rest);
      return kana !== "" && waiting && !/[lqvx]/.test(rest) ? kana : null;
    }
  }
  return kana;
}
