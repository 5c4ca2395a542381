import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  endOfFiscalYear,
  fiscalYear,
  formatFiscalYear,
  formatInstant,
  formatWareki,
  formatWithYear,
  parseDate,
  parseFiscalYear,
  todayInTokyo,
} from "#lib/core/calendar.ts";

const wide = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Dates that every spelling can write: from the solar calendar to 令和99年. */
const anyDay = fc
  .date({ min: new Date("1873-01-01T00:00:00Z"), max: new Date("2117-12-31T23:59:59Z"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

/** The era by ICU, an independent source; its 大正 and 昭和 begin on the same days as ours. */
const icu = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
  era: "long",
  year: "numeric",
  month: "long",
  day: "numeric",
  timeZone: "UTC",
});

const letters: Record<string, string> = { 令和: "R", 平成: "H", 昭和: "S", 大正: "T", 明治: "M" };

function spellings(iso: string): string[] {
  const [year = "", month = "", day = ""] = iso.split("-");
  const [m, d] = [String(Number(month)), String(Number(day))];
  const [, era = "", shown = ""] = /^(..)(元|\d+)年/.exec(icu.format(new Date(iso))) ?? [];
  const count = shown === "元" ? "1" : shown;
  const letter = letters[era] ?? "";
  const narrow = [
    iso,
    `${year}/${m}/${d}`,
    `${year}/${month}/${day}`,
    `${year}.${m}.${d}`,
    `${year}${month}${day}`,
    `${year}年${m}月${d}日`,
    `${year}年 ${month}月 ${day}日`,
    `${letter}${count}.${m}.${d}`,
    `${letter.toLowerCase()}${count}-${m}-${d}`,
    `${letter}${count}/${m}/${d}`,
    `${letter}.${count}.${m}.${d}`,
    `${letter}${count.padStart(2, "0")}${month}${day}`,
    `${letter}${count}年${m}月${d}日`,
    `${era}${count}年${m}月${d}日`,
    `${era}${shown}年${m}月${d}日`,
    `${era}${count.padStart(2, "0")}年${month}月${day}日`,
    `${era} ${count}.${m}.${d}`,
    `${era.slice(0, 1)}${count}.${m}.${d}`,
    `${era.normalize("NFKC")}${shown}年${m}月${d}日（${year}年）`,
    `\u200B${iso}\n`,
  ];
  return [...narrow, ...narrow.map(wide), iso.replaceAll("-", "ー"), iso.replaceAll("-", "−")];
}

describe("reading dates", () => {
  it.each([
    "2026/4/10",
    "2026-04-10",
    "20260410",
    "2026.4.10",
    "2026年4月10日",
    "R8.4.10",
    "R8/4/10",
    "r8-4-10",
    "R080410",
    "令和8年4月10日",
    "令和８年４月１０日",
    "２０２６／４／１０",
    "２０２６０４１０",
    "Ｒ８．４．１０",
    "\u32FF8年4\u2F4910\u2F47",
    "令和8年4月10日（金）",
    "令和8年4月10日（2026年）",
  ])("takes %s for 10 April 2026", (typed) => {
    expect(parseDate(typed)).toBe("2026-04-10");
  });

  it("gives back any day in every accepted spelling", () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        for (const spelling of spellings(iso))
          expect([spelling, parseDate(spelling)]).toEqual([spelling, iso]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["昭和64年1月7日", "1989-01-07"],
    ["昭和64年1月8日", null],
    ["平成元年1月7日", null],
    ["平成元年1月8日", "1989-01-08"],
    ["昭和65年1月1日", null],
    ["S65.1.1", null],
    ["平成31年4月30日", "2019-04-30"],
    ["平成31年5月1日", null],
    ["H31.5.1", null],
    ["H310501", null],
    ["令和元年4月30日", null],
    ["令和元年5月1日", "2019-05-01"],
    ["令和1年5月1日", "2019-05-01"],
    ["大正15年12月24日", "1926-12-24"],
    ["大正15年12月25日", null],
    ["昭和元年12月25日", "1926-12-25"],
    ["明治45年7月29日", "1912-07-29"],
    ["大正元年7月30日", "1912-07-30"],
    ["明治6年1月1日", "1873-01-01"],
    ["明治5年12月31日", null],
    ["令和0年5月1日", null],
    ["令和99年12月31日", "2117-12-31"],
  ])("keeps to the edges of the eras: %s is %s", (typed, iso) => {
    expect(parseDate(typed)).toBe(iso);
  });

  it.each([
    "",
    " ",
    "未定",
    "2026/2/29",
    "2100-02-29",
    "2026/4/31",
    "2026/13/1",
    "2026/0/1",
    "2026/1/0",
    "26/4/10",
    "8.4.10",
    "2026041",
    "202604100",
    "4月10日",
    "2026/4",
    "R80410",
    "R2026.4.10",
    "X8.4.10",
    "2026-04-10T09:00",
    "令和8年4月10日（木）",
    "令和8年4月10日（2025年）",
    "1872-12-31",
    "2118-01-01",
    "10/4/2026",
  ])("refuses %j rather than guess", (typed) => {
    expect(parseDate(typed)).toBeNull();
  });

  it("takes leap days for what they are", () => {
    expect(parseDate("2024/2/29")).toBe("2024-02-29");
    expect(parseDate("R6.2.29")).toBe("2024-02-29");
    expect(parseDate("2000/2/29")).toBe("2000-02-29");
    expect(parseDate("1900/2/29")).toBeNull();
  });

  it("accepts exactly the days that exist, over 245 years", () => {
    let days = 0;
    for (let year = 1873; year <= 2117; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let day = 0; day <= 32; day += 1) if (parseDate(`${year}/${month}/${day}`)) days += 1;
      }
    }
    expect(days).toBe((Date.UTC(2118, 0, 1) - Date.UTC(1873, 0, 1)) / 86_400_000);
  });
});

describe("writing dates", () => {
  it("agrees with ICU on the Japanese date of any day, 元年 included", () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        expect(formatWareki(iso)).toBe(icu.format(new Date(iso)));
      }),
      { numRuns: 2000 },
    );
    for (const edge of ["1912-07-29", "1912-07-30", "1926-12-24", "1926-12-25", "1989-01-07", "1989-01-08"]) {
      expect(formatWareki(edge)).toBe(icu.format(new Date(edge)));
    }
    expect(formatWareki("2019-04-30")).toBe("平成31年4月30日");
    expect(formatWareki("2019-05-01")).toBe("令和元年5月1日");
    expect(formatWareki("1872-12-31")).toBe("1872年12月31日");
  });

  it("gives the western year apart, for the paler half of the line", () => {
    expect(formatWithYear("2026-04-01")).toEqual({ wareki: "令和8年4月1日", year: "（2026年）" });
  });

  it("reads its own writing", () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        const { wareki, year } = formatWithYear(iso);
        expect(parseDate(wareki + year)).toBe(iso);
      }),
    );
  });

  it.each(["", "2026-4-1", "2026-02-30", "2026/04/01", "令和8年4月1日"])(
    "throws on %j, which no rule may have stored",
    (text) => {
      expect(() => formatWareki(text)).toThrow(RangeError);
      expect(() => fiscalYear(text)).toThrow(RangeError);
      expect(() => addDays(text, 1)).toThrow(RangeError);
    },
  );
});

describe("Tokyo", () => {
  it("is where the suite does not run", () => {
    expect(new Date("2026-04-10T00:00:00Z").getTimezoneOffset()).toBe(-345);
  });

  it("begins its day, and its fiscal year, at 15:00 UTC", () => {
    expect(todayInTokyo(new Date("2026-03-31T14:59:59.999Z"))).toBe("2026-03-31");
    expect(todayInTokyo(new Date("2026-03-31T15:00:00Z"))).toBe("2026-04-01");
    expect(fiscalYear("2026-03-31")).toBe(2025);
    expect(fiscalYear("2026-04-01")).toBe(2026);
  });

  it("shows instants as the leaflet does, cut to the minute", () => {
    expect(formatInstant(new Date("2026-04-04T00:00:59.999Z"))).toBe("2026/04/04 09:00");
    expect(formatInstant(new Date("2026-12-31T15:05:00Z"))).toBe("2027/01/01 00:05");
  });

  it("agrees with ICU's Asia/Tokyo at any instant since 1952", () => {
    const tokyo = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "Asia/Tokyo",
      dateStyle: "short",
      timeStyle: "short",
    });
    const instants = fc.date({
      min: new Date("1952-01-01"),
      max: new Date("2117-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (at) => {
        expect(formatInstant(at)).toBe(tokyo.format(at).replaceAll("-", "/"));
        expect(todayInTokyo(at)).toBe(tokyo.format(at).slice(0, 10));
      }),
    );
  });
});

describe("counting days", () => {
  it.each([
    ["2026-03-31", 1, "2026-04-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2026-04-10", 0, "2026-04-10"],
    ["2026-04-10", 365, "2027-04-10"],
  ])("%s and %i days are %s", (iso, days, expected) => {
    expect(addDays(iso, days)).toBe(expected);
  });

  it("comes back by the same number of days", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (iso, days) => {
        expect(addDays(addDays(iso, days), -days)).toBe(iso);
      }),
    );
    expect(() => addDays("2026-04-10", 0.5)).toThrow(RangeError);
  });
});

describe("fiscal years", () => {
  it("are read in every usual spelling", () => {
    for (const text of ["令和8年度", "令和８年", "R8", "r8年度", "２０２６", "2026年度", " R.8 "])
      expect(parseFiscalYear(text)).toBe(2026);
    for (const text of ["令和元年度", "平成31年度", "2019"]) expect(parseFiscalYear(text)).toBe(2019);
    for (const text of ["", "8", "8年度", "今年度", "令和", "1988", "昭和63年度", "2118", "20260", "R100"])
      expect(parseFiscalYear(text)).toBeNull();
  });

  it("are called by the era of most of their days, and end on 31 March of the next year", () => {
    expect(formatFiscalYear(2026)).toBe("令和8年度");
    expect(formatFiscalYear(2019)).toBe("令和元年度");
    expect(formatFiscalYear(2018)).toBe("平成30年度");
    for (let year = 1989; year <= 2117; year++) {
      expect(parseFiscalYear(formatFiscalYear(year))).toBe(year);
      expect(fiscalYear(endOfFiscalYear(year))).toBe(year);
      expect(fiscalYear(addDays(endOfFiscalYear(year), 1))).toBe(year + 1);
    }
  });
});
