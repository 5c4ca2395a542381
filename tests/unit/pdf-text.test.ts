import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines, type TextStyle, widthOf } from "#lib/pdf/kit/text.ts";
import { canPrint, glyphsOf, MissingGlyphError } from "#lib/pdf/kit/typefaces.ts";

const style: TextStyle = { typeface: "text", size: 11 };
/** The width of ten full squares at 11 points, in millimetres. */
const tenSquares = (10 * 11 * 25.4) / 72;

describe("breaking lines", () => {
  it("keeps a line from starting with a closing mark, a small kana or a long sound", () => {
    for (const mark of "、。）」』ーっゃョ々・！") {
      const lines = breakLines(`国国国国国国国国国国${mark}国国`, style, tenSquares);
      expect(lines[0], mark).toBe("国国国国国国国国国");
      expect(lines[1], mark).toBe(`国${mark}国国`);
    }
  });

  it("keeps a line from ending with an opening bracket", () => {
    expect(breakLines("国国国国国国国国国「国国」国", style, tenSquares + 2)[0]).toBe("国国国国国国国国国");
  });

  it.each([
    ["a date of an era", "令和8年12月31日"],
    ["a date of a first year", "平成元年1月8日"],
    ["an amount", "20,000,000円"],
    ["a contract number", "35075-00000M"],
    ["a telephone number", "045-000-0000"],
    ["a word in Latin letters", "Improvement"],
    ["a number in full-width digits", "１２３４５６"],
  ])("keeps %s whole", (_, whole) => {
    for (let before = 1; before < 12; before++) {
      const lines = breakLines(`${"国".repeat(before)}${whole}国国国`, style, tenSquares);
      expect(lines.some((line) => line.includes(whole))).toBe(true);
    }
  });

  it("tears what alone is wider than the line instead of running over the edge", () => {
    const lines = breakLines("A".repeat(100), style, tenSquares);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.join("")).toBe("A".repeat(100));
  });

  it("leaves room for the first line's indent", () => {
    expect(breakLines("国".repeat(20), style, tenSquares, tenSquares / 2)[0]).toBe("国国国国国");
  });

  it("loses no character and never exceeds the width, whatever the text", () => {
    const letters = fc.constantFrom(..."国𠮷、。「」（）ーっa1,円年月日 　令和8･①㈱-");
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 80 }),
        fc.double({ min: 12, max: 90, noNaN: true }),
        (parts, limit) => {
          const text = parts.join("");
          const lines = breakLines(text, style, limit);
          expect(lines.join("").replaceAll(/[ 　]/g, "")).toBe(text.replaceAll(/[ 　]/g, ""));
          for (const line of lines) expect(widthOf(line, style)).toBeLessThanOrEqual(limit + 0.001);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("characters", () => {
  it("come from the first face of the chain that has them", () => {
    expect(glyphsOf("髙﨑㈱①𠮷", "text").map(({ face }) => face.name)).toEqual([
      "BIZUDPMincho-Regular",
      "BIZUDPMincho-Regular",
      "BIZUDPMincho-Regular",
      "BIZUDPMincho-Regular",
      "NotoSerifJP-Regular",
    ]);
  });

  it("that no face has are named with the position at which a person finds them", () => {
    expect(() => glyphsOf("𠮷野🚧", "text")).toThrow(MissingGlyphError);
    expect(canPrint("𠮷野🚧組")).toEqual({ ok: false, character: "🚧", position: 3 });
    expect(canPrint("㈱𠮷野髙﨑土木 Odawara ①～〇×")).toEqual({ ok: true });
  });

  it.each([
    ["a line feed", "\n"],
    ["a tab", "\t"],
    ["a null", "\0"],
    ["a zero-width joiner", "\u200d"],
    ["a right-to-left override", "\u202e"],
    ["a variation selector", "\u{e0100}"],
    ["a combining voiced sound mark", "\u3099"],
    ["half a surrogate pair", "\ud842"],
    ["a private-use character", "\ue000"],
  ])("that would print as nothing or in the wrong place are refused: %s", (_, character) => {
    expect(canPrint(`国${character}`)).toEqual({ ok: false, character, position: 2 });
  });

  it("of the everyday sets can all be printed", () => {
    const decoder = new TextDecoder("shift_jis");
    const refused: string[] = [];
    let asked = 0;
    for (let lead = 0x81; lead <= 0xfc; lead++) {
      for (let trail = 0x40; trail <= 0xfc; trail++) {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if ([...character].length !== 1 || character === "\ufffd" || /\p{Co}/u.test(character)) continue;
        asked++;
        if (!canPrint(character).ok) refused.push(character);
      }
    }
    expect(asked).toBeGreaterThan(7000);
    expect(refused).toEqual([]);
  });
});
