import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldCode, foldDigits, foldForSearch, foldName, foldText } from "#lib/core/text.ts";

const hyphens = [..."-－ー−–—‐‑﹣ｰ―‒─"];
const blanks = [
  " ",
  "\u3000",
  "\u00A0",
  "\u200B",
  "\uFEFF",
  "\u2060",
  "\n",
  "\r\n",
  "\t",
  "\u00AD",
  "\u200E",
];

/** An ASCII text as various keyboards and documents write it: either width, any hyphen, blanks anywhere. */
function spelled(ascii: string): fc.Arbitrary<string> {
  const characters = [...ascii].map((character) => {
    const wide = String.fromCharCode(character.charCodeAt(0) + 0xfee0);
    const spellings = character === "-" ? hyphens : [character, wide];
    return fc
      .tuple(fc.constantFrom(...spellings), fc.array(fc.constantFrom(...blanks), { maxLength: 2 }))
      .map(([spelling, trail]) => spelling + trail.join(""));
  });
  return fc.tuple(...characters).map((parts) => parts.join(""));
}

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      ..."かがアハﾊｱｶﾞﾟ\u3099\u309A゛゜ー-ｰ髙﨑𠮷㈱①山田Ａa \u3000\n\r\t\u200B\u00A0\uD842",
      "\uFA19",
    ),
  }),
);

describe("codes", () => {
  it("gives the same value for 1,000 random mixes of width, hyphens and blanks", () => {
    for (const code of ["35075-00001M", "0465-33-1511", "Keiri-2@demo.example", "20260410-000001"]) {
      fc.assert(
        fc.property(spelled(code), (typed) => {
          expect(foldCode(typed)).toBe(code);
        }),
        { numRuns: 1000 },
      );
    }
  });

  it.each(hyphens)("reads %s as a hyphen", (hyphen) => {
    expect(foldCode(`0465${hyphen}33`)).toBe("0465-33");
  });

  it("leaves nothing that PostgreSQL or a header could trip over", () => {
    expect(foldCode("a\0b\r\nc\uD800\u202Ed")).toBe("abcd");
  });

  it("keeps letter case and every printable ASCII character", () => {
    const ascii = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at)).join("");
    expect(foldCode(ascii)).toBe(ascii);
    expect(foldCode(ascii.replace(/[^-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)))).toBe(
      ascii,
    );
  });

  it("drops separators from numbers only, and neither point nor sign", () => {
    expect(foldDigits("２０，０００、000､000,5")).toBe("200000000005");
    expect(foldDigits("−1．5")).toBe("-1.5");
    expect(foldCode("1,2")).toBe("1,2");
  });
});

describe("names", () => {
  it.each([
    "髙",
    "﨑",
    "𠮷",
    "㈱",
    "①",
    "\uFA19",
    "\uFA10",
    "\uFA26",
    "Ⅲ",
    "㍑",
    "ＡＢＣ",
    "１",
    "～",
    "葛\u{E0100}",
    "\uE000",
  ])("keeps %s as registered", (character) => {
    expect(foldName(`山${character}田`)).toBe(`山${character}田`);
    expect(foldText(`山${character}田`)).toBe(`山${character}田`);
  });

  it("keeps every character of the compatibility ideographs, which NFC would replace", () => {
    for (let code = 0xf900; code <= 0xfad9; code += 1) {
      const kanji = String.fromCodePoint(code);
      expect(foldName(kanji)).toBe(kanji);
    }
  });

  it.each([
    ["ｶﾞｷﾞｸﾞ ﾊﾟﾋﾟ ｳﾞ", "ガギグ パピ ヴ"],
    ["ｺﾝｸﾘｰﾄ･｢ﾐﾎﾝ｣｡", "コンクリート・「ミホン」。"],
    ["か\u3099は\u309Aヽ\u3099ヲ\u3099", "がぱヾヺ"],
    ["かﾞはﾟ", "がぱ"],
    ["ｱﾞ山ﾟ", "ア゛山゜"],
    ["か゛", "か゛"],
  ])("makes half-width kana full width and joins voicing marks: %s", (typed, folded) => {
    expect(foldName(typed)).toBe(folded);
  });

  it("keeps an inner U+3000 and trims the ends", () => {
    expect(foldName("\u3000〇〇建設\u3000株式会社 \n")).toBe("〇〇建設\u3000株式会社");
  });

  it("turns a run of line ends and control characters into one space", () => {
    expect(foldName("道路\r\n\t\u2028改良\0工事")).toBe("道路 改良 工事");
  });

  it("removes invisible characters and plain-spaces exotic blanks", () => {
    expect(foldName("山\u200B田\u202E\uFEFF\u00A0太\u2003郎\uD800")).toBe("山田 太 郎");
  });

  it("keeps an accent as typed, composed or not", () => {
    expect(foldName("e\u0301\u00E9")).toBe("e\u0301\u00E9");
  });
});

describe("remarks", () => {
  it("keeps lines and empty lines, with one kind of line end and no blanks behind them", () => {
    expect(foldText("\n一行目 \r\n\r\n\u3000二行目\r三\t行ﾒ\0\u3000\n")).toBe(
      "一行目\n\n\u3000二行目\n三 行メ",
    );
  });
});

describe("search", () => {
  it.each([
    ["〇〇建設 株式会社", "〇〇建設\u3000株式会社"],
    ["㈱ミホン", "(株)ﾐﾎﾝ"],
    ["ＡＢＣ－１２", "abc12"],
    ["ガス", "カ゛ス"],
    ["\u795E奈川", "\uFA19奈川"],
  ])("finds %s by %s", (stored, asked) => {
    expect(foldForSearch(asked)).toBe(foldForSearch(stored));
  });

  it("still tells different names apart", () => {
    expect(foldForSearch("山田")).not.toBe(foldForSearch("山本"));
    expect(foldForSearch("ハス")).not.toBe(foldForSearch("バス"));
  });
});

describe("every folding", () => {
  it.each([
    ["foldCode", foldCode],
    ["foldDigits", foldDigits],
    ["foldName", foldName],
    ["foldText", foldText],
    ["foldForSearch", foldForSearch],
  ])("%s changes nothing the second time", (_name, fold) => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 5000 },
    );
  });

  it("gives names and remarks without control characters or broken pairs", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldName(text)).not.toMatch(/[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(foldText(text).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 2000 },
    );
  });
});
