import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatAmount,
  formatRatio,
  formatYen,
  minimumYen,
  parseYen,
  ratioTenths,
  readYen,
  withinCap,
} from "#lib/core/money.ts";

const most = 999_999_999_999n;
const anyYen = fc.bigInt({ min: 1n, max: most });
const anyPercent = fc.integer({ min: 0, max: 200 });

/** An amount as people type it: each digit in either width, separators and blanks between them, ¥ or 円 or neither. */
function typed(yen: bigint): fc.Arbitrary<string> {
  const digits = [...formatAmount(yen)].map((character) =>
    character === ","
      ? fc.constantFrom("", ",", "，", "、", "､", " ", "\u3000", "\u00A0", "\u200B")
      : fc.constantFrom(character, String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  );
  const before = fc.constantFrom("", "¥", "￥", "\\", "＼", " ", "\u3000¥ ", "\uFEFF", "00", "０");
  const after = fc.constantFrom("", "円", " 円", "\n", "\u3000");
  return fc
    .tuple(before, fc.tuple(...digits), after)
    .map(([head, body, tail]) => head + body.join("") + tail);
}

describe("reading amounts", () => {
  it("gives the same amount for 1,000 random mixes of width, separators and units", () => {
    fc.assert(
      fc.property(
        anyYen.chain((yen) => fc.tuple(fc.constant(yen), typed(yen))),
        ([yen, text]) => {
          expect(parseYen(text)).toEqual({ ok: true, yen });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["20,000,000", 20_000_000n],
    ["２０，０００，０００円", 20_000_000n],
    ["￥20000000", 20_000_000n],
    ["1", 1n],
    ["999,999,999,999", most],
    ["0000000000000000001", 1n],
    ["2,000万円", 20_000_000n],
    ["2千万円", 20_000_000n],
    ["２千５百万", 25_000_000n],
    ["5百万", 5_000_000n],
    ["2億円", 200_000_000n],
    ["￥２億５千万円", 250_000_000n],
    ["20000万", 200_000_000n],
    ["1億1円", 100_000_001n],
    ["3千円", 3_000n],
    ["9,999億9,999万9,999円", most],
  ])("takes %s", (text, yen) => {
    expect(parseYen(text)).toEqual({ ok: true, yen });
  });

  it.each([
    ["", "empty"],
    [" \u3000\n\u200B", "empty"],
    [",", "not_a_number"],
    ["円", "not_a_number"],
    ["¥", "not_a_number"],
    ["-1", "not_a_number"],
    ["−20,000", "not_a_number"],
    ["1,000-", "not_a_number"],
    ["１．５", "not_a_number"],
    ["20000000.0", "not_a_number"],
    ["20.000.000", "not_a_number"],
    ["万", "not_a_number"],
    ["千円", "not_a_number"],
    ["1万億", "not_a_number"],
    ["2万3万", "not_a_number"],
    ["1億20000万", "not_a_number"],
    ["1.5億", "not_a_number"],
    ["2億円円", "not_a_number"],
    ["約2千万", "not_a_number"],
    ["二千万", "not_a_number"],
    ["0万", "out_of_range"],
    ["1兆円", "out_of_range"],
    ["1e6", "not_a_number"],
    ["0x10", "not_a_number"],
    ["+5", "not_a_number"],
    ["Infinity", "not_a_number"],
    ["二千", "not_a_number"],
    ["0", "out_of_range"],
    ["000", "out_of_range"],
    ["1,000,000,000,000", "out_of_range"],
    ["9".repeat(100_000), "out_of_range"],
  ])("refuses an amount with its reason (%#)", (text, reason) => {
    expect(parseYen(text)).toEqual({ ok: false, reason });
  });

  it("reads what it says: the reading aid can be typed, in either width, with or without separators", () => {
    fc.assert(
      fc.property(anyYen, fc.boolean(), fc.boolean(), (yen, wide, bare) => {
        let said = readYen(yen);
        if (bare) said = said.replaceAll(",", "").replace(/円$/, "");
        if (wide) said = said.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        expect(parseYen(said)).toEqual({ ok: true, yen });
      }),
      { numRuns: 1000 },
    );
  });

  it("reads its own writing", () => {
    fc.assert(
      fc.property(anyYen, (yen) => {
        expect(parseYen(formatYen(yen))).toEqual({ ok: true, yen });
        expect(parseYen(formatAmount(yen))).toEqual({ ok: true, yen });
      }),
    );
  });
});

describe("writing amounts", () => {
  it.each([
    [0n, "0"],
    [999n, "999"],
    [1_000n, "1,000"],
    [20_000_000n, "20,000,000"],
    [-1_234_567n, "-1,234,567"],
    [-100n, "-100"],
  ])("groups %d as %s", (yen, text) => {
    expect(formatAmount(yen)).toBe(text);
    expect(formatYen(yen)).toBe(`${text}円`);
  });

  it.each([
    [0n, "0円"],
    [9_999n, "9,999円"],
    [10_000n, "1万円"],
    [10_001n, "1万1円"],
    [20_000_000n, "2,000万円"],
    [100_000_000n, "1億円"],
    [100_000_001n, "1億1円"],
    [123_456_789n, "1億2,345万6,789円"],
    [most, "9,999億9,999万9,999円"],
    [12_345_000_000_000_000n, "12,345兆円"],
    [-20_000_000n, "-2,000万円"],
  ])("says %d as %s", (yen, said) => {
    expect(readYen(yen)).toBe(said);
  });

  it("says neither more nor less than the amount", () => {
    const units: Record<string, bigint> = { 兆: 10n ** 12n, 億: 10n ** 8n, 万: 10n ** 4n, 円: 1n };
    fc.assert(
      fc.property(anyYen, (yen) => {
        let sum = 0n;
        for (const [, part = "", unit = ""] of readYen(yen).matchAll(/([\d,]+)([兆億万円])/g)) {
          sum += BigInt(part.replaceAll(",", "")) * (units[unit] ?? 0n);
        }
        expect(sum).toBe(yen);
      }),
    );
  });
});

describe("ratios", () => {
  it.each([
    [20_000_000n, 50_000_000n, "40.0%"],
    [5_000_000n, 50_000_000n, "10.0%"],
    [0n, 50_000_000n, "0.0%"],
    [1n, 3n, "33.3%"],
    [2n, 3n, "66.7%"],
    [4_004n, 10_000n, "40.0%"],
    [4_005n, 10_000n, "40.1%"],
    [1n, 2_000n, "0.1%"],
    [1n, 2_001n, "0.0%"],
    [most, 1n, "99999999999900.0%"],
  ])("shows %d of %d as %s", (amount, base, shown) => {
    expect(formatRatio(amount, base)).toBe(shown);
  });

  it("is the nearest tenth of a percent, the upper one at a half", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: most }), anyYen, (amount, base) => {
        const tenths = ratioTenths(amount, base);
        // -1/2 < amount * 1000 / base - tenths < 1/2, with the lower end closed, in whole numbers.
        const twiceError = 2n * (amount * 1000n - tenths * base);
        expect(twiceError >= -base && twiceError < base).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("throws without a base instead of showing a number", () => {
    expect(() => ratioTenths(1n, 0n)).toThrow(RangeError);
    expect(() => ratioTenths(1n, -1n)).toThrow(RangeError);
    expect(() => ratioTenths(-1n, 1n)).toThrow(RangeError);
  });
});

describe("caps and minimums", () => {
  it("decides by the exact yen, not by the percentage shown", () => {
    expect(withinCap(20_000_000n, 50_000_000n, 40)).toBe(true);
    expect(withinCap(20_000_001n, 50_000_000n, 40)).toBe(false);
    expect(formatRatio(20_000_001n, 50_000_000n)).toBe("40.0%");
    expect(withinCap(40n, 101n, 40)).toBe(true);
    expect(withinCap(41n, 101n, 40)).toBe(false);
  });

  it("rounds the minimum up to the yen", () => {
    expect(minimumYen(50_000_000n, 10)).toBe(5_000_000n);
    expect(minimumYen(50_000_001n, 10)).toBe(5_000_001n);
    expect(minimumYen(50_000_010n, 10n)).toBe(5_000_001n);
    expect(minimumYen(1n, 10)).toBe(1n);
    expect(minimumYen(0n, 10)).toBe(0n);
  });

  it("lets the cap end at the last yen of the percentage and the minimum begin at its first", () => {
    fc.assert(
      fc.property(anyYen, anyPercent, (base, percent) => {
        const exact = base * BigInt(percent);
        const cap = exact / 100n;
        expect(withinCap(cap, base, percent)).toBe(true);
        expect(withinCap(cap + 1n, base, percent)).toBe(false);
        const least = minimumYen(base, percent);
        expect(least * 100n >= exact).toBe(true);
        expect((least - 1n) * 100n < exact).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("refuses a fraction of a percent, which it could not compare exactly", () => {
    expect(() => withinCap(1n, 1n, 12.5)).toThrow(RangeError);
    expect(() => minimumYen(1n, 12.5)).toThrow(RangeError);
  });
});
