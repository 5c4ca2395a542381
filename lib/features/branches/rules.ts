import holidays from "@holiday-jp/holiday_jp";
import { addDays, todayInTokyo } from "#lib/core/calendar.ts";

/** 12月29日 to 1月3日. */
function isYearEnd(iso: string): boolean {
  const day = iso.slice(5);
  return day >= "12-29" || day <= "01-03";
}

/**
 * Whether the branches receive applications on a date ('YYYY-MM-DD'): not on weekends, holidays or around the turn of
 * the year. The list of holidays ends with 2050. It is asked by text, since a Date would be read in the zone of the
 * process.
 */
export function isBusinessDay(iso: string): boolean {
  const weekday = new Date(iso).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isYearEnd(iso) && !holidays.isHoliday(iso);
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

/** The day on which the branches read what arrives at an instant, whatever the zone of the process. */
export function receptionDay(at: Date): string {
  const today = todayInTokyo(at);
  const hour = (at.getUTCHours() + 9) % 24;
  return isBusinessDay(today) && hour < closesAt ? today : nextBusinessDay(today);
}

/** Whether the branches receive applications at an instant. */
export function isReceiving(at: Date): boolean {
  const hour = (at.getUTCHours() + 9) % 24;
  return isBusinessDay(todayInTokyo(at)) && hour >= opensAt && hour < closesAt;
}
