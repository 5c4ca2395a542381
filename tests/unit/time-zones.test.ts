import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addDays,
  endOfFiscalYear,
  fiscalYear,
  formatInstant,
  formatWareki,
  parseDate,
  todayInTokyo,
} from "#lib/core/calendar.ts";
import { isBusinessDay, isReceiving, nextBusinessDay, receptionDay } from "#lib/features/branches/rules.ts";

// The suite's own zone is east of Greenwich, where a date taken for midnight in UTC keeps its day by chance.
const zones = [
  ["UTC", 0],
  ["Asia/Tokyo", 9],
  ["America/Los_Angeles", 16],
  ["Pacific/Kiritimati", 14],
] as const;

describe.each(zones)("in a process whose zone is %s", (zone, hour) => {
  const own = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = zone;
  });
  afterAll(() => {
    process.env.TZ = own;
  });

  it("the process really is there", () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    expect(new Date("2026-01-01T00:00:00Z").getHours()).toBe(hour);
  });

  it.each([
    ["1989-01-07", "昭和64年1月7日", 1988],
    ["1989-01-08", "平成元年1月8日", 1988],
    ["2019-04-30", "平成31年4月30日", 2019],
    ["2019-05-01", "令和元年5月1日", 2019],
    ["2026-03-31", "令和8年3月31日", 2025],
    ["2026-04-01", "令和8年4月1日", 2026],
  ])("%s is %s, of the fiscal year %i", (iso, wareki, year) => {
    expect(formatWareki(iso)).toBe(wareki);
    expect(parseDate(wareki)).toBe(iso);
    expect(fiscalYear(iso)).toBe(year);
    expect(addDays(addDays(iso, 1), -1)).toBe(iso);
    expect(iso <= endOfFiscalYear(year)).toBe(true);
  });

  it("days begin at midnight in Tokyo, and desks open at nine there", () => {
    expect(todayInTokyo(new Date("2026-03-31T14:59:59Z"))).toBe("2026-03-31");
    expect(todayInTokyo(new Date("2026-03-31T15:00:00Z"))).toBe("2026-04-01");
    expect(formatInstant(new Date("2026-04-04T00:00:00Z"))).toBe("2026/04/04 09:00");
    expect(isReceiving(new Date("2026-04-06T00:00:00Z"))).toBe(true);
    expect(isReceiving(new Date("2026-04-05T23:59:00Z"))).toBe(false);
    expect(receptionDay(new Date("2026-04-03T12:00:00Z"))).toBe("2026-04-06");
  });

  it("holidays stay on their day", () => {
    expect(isBusinessDay("2026-05-06")).toBe(false); // 振替休日
    expect(isBusinessDay("2026-05-07")).toBe(true);
    expect(nextBusinessDay("2026-12-28")).toBe("2027-01-04");
  });
});
