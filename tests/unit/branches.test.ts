import { describe, expect, it } from "vitest";
import { addDays } from "#lib/core/calendar.ts";
import { isBusinessDay, isReceiving, nextBusinessDay, receptionDay } from "#lib/features/branches/rules.ts";

/** Every legal holiday, with the days that replace one on a Sunday or lie between two (from the published list). */
const holidays: Record<number, string> = {
  2024: "01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23",
  2025: "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24",
  2026: "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
  2027: "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23",
  2028: "01-01 01-10 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-17 08-11 09-18 09-22 10-09 11-03 11-23",
  2029: "01-01 01-08 02-11 02-12 02-23 03-20 04-29 04-30 05-03 05-04 05-05 07-16 08-11 09-17 09-23 09-24 10-08 11-03 11-23",
  2030: "01-01 01-14 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-23 10-14 11-03 11-04 11-23",
};

describe("the days on which the branches receive", () => {
  it.each(Object.keys(holidays))("are right for every day of %s", (year) => {
    const listed = new Set((holidays[Number(year)] ?? "").split(" ").map((day) => `${year}-${day}`));
    for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) {
      const weekday = new Date(day).getUTCDay();
      const yearEnd = day.slice(5) >= "12-29" || day.slice(5) <= "01-03";
      const closed = weekday === 0 || weekday === 6 || yearEnd || listed.has(day);
      expect(isBusinessDay(day), day).toBe(!closed);
    }
  });

  it.each([
    ["2026-04-03", "2026-04-06"],
    ["2026-05-01", "2026-05-07"],
    ["2026-09-18", "2026-09-24"],
    ["2026-12-28", "2027-01-04"],
    ["2027-03-19", "2027-03-23"],
    ["2029-04-27", "2029-05-01"],
  ])("after %s go on with %s", (day, next) => {
    expect(nextBusinessDay(day)).toBe(next);
  });

  // Instants in UTC; Tokyo is nine hours ahead, and a server anywhere must give the same answer.
  it.each([
    ["2026-04-02T23:59:59Z", "2026-04-03", false],
    ["2026-04-03T00:00:00Z", "2026-04-03", true],
    ["2026-04-03T07:59:59Z", "2026-04-03", true],
    ["2026-04-03T08:00:00Z", "2026-04-06", false],
    ["2026-04-03T15:00:00Z", "2026-04-06", false],
    ["2026-12-28T08:00:00Z", "2027-01-04", false],
    ["2026-11-22T15:00:00Z", "2026-11-24", false],
  ])("look at what arrives at %s on %s", (at, day, receiving) => {
    expect(receptionDay(new Date(at))).toBe(day);
    expect(isReceiving(new Date(at))).toBe(receiving);
  });
});
