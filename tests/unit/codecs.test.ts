import { describe, expect, it } from "vitest";
import { dateColumn, dateText, yenText } from "#lib/core/codecs.ts";

describe("an amount in JSON", () => {
  it("is its digits, beyond what a number holds exactly", () => {
    expect(yenText.encode(9_007_199_254_740_993n)).toBe("9007199254740993");
    expect(yenText.decode("9007199254740993")).toBe(9_007_199_254_740_993n);
  });

  it.each(["", "-1", "1.5", "1,000", "0x10", "１"])("is never %j", (text) => {
    expect(yenText.safeDecode(text).success).toBe(false);
  });
});

describe("a date of a column", () => {
  it("is the same day in every zone, both ways", () => {
    expect(dateColumn.decode(new Date("2028-02-29T00:00:00Z"))).toBe("2028-02-29");
    expect(dateColumn.encode("2028-02-29").toISOString()).toBe("2028-02-29T00:00:00.000Z");
  });

  it("is no day that the calendar does not have", () => {
    expect(dateText.safeParse("2027-02-29").success).toBe(false);
    expect(() => dateColumn.encode("2027-02-29")).toThrow();
  });
});
