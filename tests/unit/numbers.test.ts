import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatReceiptNumber, receiptNumberPattern } from "#lib/features/applications/rules.ts";
import {
  contractNumberPattern,
  foldContractNumber,
  formatContractNumber,
} from "#lib/features/guarantees/rules.ts";

describe("contract numbers", () => {
  it.each([
    ["35075-00001M", "35075-00001M"],
    ["３５０７５－００００１ｍ", "35075-00001M"],
    ["35075ー00001m", "35075-00001M"],
    ["3507500001M", "35075-00001M"],
    [" 35075 00001 M\n", "35075-00001M"],
    ["保証契約番号：35075-00001K", "35075-00001K"],
    ["保証契約番号\u300035075-00001K", "35075-00001K"],
    ["35075", "35075"],
    ["", ""],
  ])("folds %j to %j", (typed, folded) => {
    expect(foldContractNumber(typed)).toBe(folded);
    expect(foldContractNumber(folded)).toBe(folded);
  });

  it("are ten digits, five and five, and the letter of the product", () => {
    expect(formatContractNumber(1n, "M")).toBe("00000-00001M");
    expect(formatContractNumber(3_507_500_001n, "K")).toBe("35075-00001K");
    expect(formatContractNumber(9_999_999_999n, "C")).toBe("99999-99999C");
  });

  it("stop rather than repeat or outgrow their form", () => {
    for (const serial of [0n, -1n, 10_000_000_000n]) {
      expect(() => formatContractNumber(serial, "M")).toThrow(RangeError);
    }
  });

  it("come back from typing, are all different and keep to the contract's pattern", () => {
    const serials = fc.bigInt({ min: 1n, max: 9_999_999_999n });
    fc.assert(
      fc.property(serials, serials, fc.constantFrom("M", "K", "C"), (one, other, letter) => {
        const number = formatContractNumber(one, letter);
        expect(number).toMatch(contractNumberPattern);
        expect(foldContractNumber(number)).toBe(number);
        expect(number === formatContractNumber(other, letter)).toBe(one === other);
      }),
    );
  });
});

describe("receipt numbers", () => {
  it("are the day and its serial in six digits", () => {
    expect(formatReceiptNumber("2026-04-10", 1)).toBe("20260410-000001");
    expect(formatReceiptNumber("2026-04-10", 999_999n)).toMatch(receiptNumberPattern);
  });

  it("stop at the end of the day's million", () => {
    expect(() => formatReceiptNumber("2026-04-10", 0)).toThrow(RangeError);
    expect(() => formatReceiptNumber("2026-04-10", 1_000_000)).toThrow(RangeError);
  });
});
