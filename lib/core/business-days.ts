import { addDays, todayInTokyo } from "#lib/core/calendar.ts";

/** Day and month of holidays that never move, 'MM-DD'. */
const fixed = ["01-01", "02-11", "02-23", "04-29", "05-03", "05-04", "05-05", "08-11", "11-03", "11-23"];

/** Holidays on a Monday: month and which Monday of it. */
const mondays: readonly (readonly [month: number, nth: number])[] = [
  [1, 2],
  [7, 3],
  [9, 3],
  [10, 2],
];

const weekdayOf = (iso: string) => new Date(iso).getUTCDay();

/** Day of the vernal (March) or autumnal (September) equinox; right for 1980 to 2099. */
function equinox(year: number, base: number): number {
  return Math.floor(base + 0.242194 * (year - 1980)) - Math.floor((year - 1980) / 4);
}

/** A holiday by name of the law, before days are moved or filled in (国民の祝日に関する法律, as in force since 2022). */
function isNamedHoliday(iso: string): boolean {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  if (fixed.includes(iso.slice(5))) return true;
  if (month === 3) return day === equinox(year, 20.8431);
  if (month === 9 && day === equinox(year, 23.2488)) return true;
  return weekdayOf(iso) === 1 && mondays.some(([of, nth]) => of === month && Math.ceil(day / 7) === nth);
}

/** A holiday, also the day after one that fell on a Sunday, and a day between two holidays. */
function isHoliday(iso: string): boolean {
  if (isNamedHoliday(iso)) return true;
  if (weekdayOf(iso) !== 0 && isNamedHoliday(addDays(iso, -1)) && isNamedHoliday(addDays(iso, 1)))
    return true;
  // 振替休日: the first day after it that is no holiday itself.
  for (let before = addDays(iso, -1); isNamedHoliday(before); before = addDays(before, -1))
    if (weekdayOf(before) === 0) return true;
  return false;
}

/** 12月29日 to 1月3日. */
function isYearEnd(iso: string): boolean {
  const day = iso.slice(5);
  return day >= "12-29" || day <= "01-03";
}

/** Whether the branches receive on a date ('YYYY-MM-DD'; 2022 to 2099): no weekend, no holiday, no turn of the year. */
export function isBusinessDay(iso: string): boolean {
  const weekday = weekdayOf(iso);
  return weekday !== 0 && weekday !== 6 && !isYearEnd(iso) && !isHoliday(iso);
}

/** The first business day after a date. */
export function nextBusinessDay(iso: string): string {
  let day = addDays(iso, 1);
  while (!isBusinessDay(day)) day = addDays(day, 1);
  return day;
}

/** Hours of reception in Tokyo: from 9:00 to before 17:00. */
const opensAt = 9;
const closesAt = 17;

/** The day on which the branches look at what arrives at an instant, whatever the zone of the process. */
export function receptionDay(at: Date): string {
  const today = todayInTokyo(at);
  const hour = (at.getUTCHours() + 9) % 24;
  return isBusinessDay(today) && hour < closesAt ? today : nextBusinessDay(today);
}

/** Whether the branches receive at an instant. */
export function isReceiving(at: Date): boolean {
  const hour = (at.getUTCHours() + 9) % 24;
  return isBusinessDay(todayInTokyo(at)) && hour >= opensAt && hour < closesAt;
}
