import { foldCode } from "#lib/core/text.ts";

/**
 * An era, counted from the year before its first. 明治 begins with the solar calendar, since older days have no ISO date.
 */
type Era = { name: string; letter: string; yearZero: number; firstOn: string };

/** Newest first; each era ends the day before the next one begins. */
const eras: readonly Era[] = [
  { name: "令和", letter: "R", yearZero: 2018, firstOn: "2019-05-01" },
  { name: "平成", letter: "H", yearZero: 1988, firstOn: "1989-01-08" },
  { name: "昭和", letter: "S", yearZero: 1925, firstOn: "1926-12-25" },
  { name: "大正", letter: "T", yearZero: 1911, firstOn: "1912-07-30" },
  { name: "明治", letter: "M", yearZero: 1867, firstOn: "1873-01-01" },
];

/** 令和99年: the last year that every accepted spelling can write. */
const lastYear = 2117;

const dayMs = 86_400_000;
/** Tokyo has had no summer time since 1951, so a fixed offset saves an Intl object per call. */
const tokyoMs = 9 * 3_600_000;
const weekdays = "日月火水木金土";

const withSeparators = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const eraWithSeparators =
  /^(令和?|平成?|昭和?|大正?|明治?|[RHSTM])\.?(元|\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/i;
const eraCompact = /^(令和|平成|昭和|大正|明治|[RHSTM])(\d{2})(\d{2})(\d{2})$/i;
/** What may follow a date: （金） in a public notice, （2026年） on our own screens. */
const suffix = /\((?:(\d{4})年|([日月火水木金土]))\)$/;
/** 令和 … 明治 as single characters, and the look-alikes of 年月日 that come with text copied from a PDF. */
const signs = /[\u2F47\u2F49\u32FF\u337B-\u337E\uF98E]/g;

const pad = (value: number, length: number) => String(value).padStart(length, "0");

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isoOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Year, month and day of a stored date. Throws RangeError unless it is a real 'YYYY-MM-DD', since that is a bug. */
function partsOf(iso: string): [year: number, month: number, day: number] {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (isoOf(Number(year), Number(month), Number(day)) !== iso) throw new RangeError(`Not a date: ${iso}`);
  return [Number(year), Number(month), Number(day)];
}

const eraOf = (iso: string): Era | undefined => eras.find((era) => iso >= era.firstOn);

function parseWestern(text: string): string | null {
  const [, year, month, day] = withSeparators.exec(text) ?? compact.exec(text) ?? [];
  const iso = isoOf(Number(year), Number(month), Number(day));
  return iso !== null && eraOf(iso) && Number(year) <= lastYear ? iso : null;
}

function parseJapanese(text: string): string | null {
  const [, mark, eraYear, month, day] = eraWithSeparators.exec(text) ?? eraCompact.exec(text) ?? [];
  const era = eras.find(
    ({ name, letter }) => mark && (name.startsWith(mark) || letter === mark.toUpperCase()),
  );
  const count = eraYear === "元" ? 1 : Number(eraYear);
  if (!era) return null;
  const iso = isoOf(era.yearZero + count, Number(month), Number(day));
  // 昭和65年 and 平成31年5月1日 are days that their era never had.
  return iso !== null && eraOf(iso) === era ? iso : null;
}

/**
 * Reads a date as people type or paste it: 2026/4/10, 2026-04-10, 2026.4.10, 20260410, 2026年4月10日, R8.4.10, R080410,
 * 令和8年4月10日, 令和元年…, in either width, also followed by （金） or （2026年）. Returns 'YYYY-MM-DD', or null for a date that
 * does not exist, lies outside its era, is older than 1873 or later than 令和99年, or contradicts what follows it.
 */
export function parseDate(raw: string): string | null {
  const text = foldCode(raw).replace(signs, (sign) => sign.normalize("NFKC"));
  const [matched = "", year, weekday] = suffix.exec(text) ?? [];
  const bare = text.slice(0, text.length - matched.length);
  const iso = parseWestern(bare) ?? parseJapanese(bare);
  if (iso === null) return null;
  if (year !== undefined && !iso.startsWith(year)) return null;
  if (weekday !== undefined && weekdays[new Date(iso).getUTCDay()] !== weekday) return null;
  return iso;
}

/** A date for documents: 令和8年4月1日 or 令和元年5月1日; days before 1873 stay western. Throws RangeError unless ISO. */
export function formatWareki(iso: string): string {
  const [year, month, day] = partsOf(iso);
  const era = eraOf(iso);
  const count = year - (era?.yearZero ?? 0);
  return `${era?.name ?? ""}${era && count === 1 ? "元" : count}年${month}月${day}日`;
}

/** A date for screens in two parts, 令和8年4月1日 and （2026年）, because the second is drawn paler. */
export function formatWithYear(iso: string): { wareki: string; year: string } {
  return { wareki: formatWareki(iso), year: `（${partsOf(iso)[0]}年）` };
}

/** The calendar date in Tokyo at an instant, 'YYYY-MM-DD', whatever the zone of the process. */
export function todayInTokyo(at: Date): string {
  return new Date(at.getTime() + tokyoMs).toISOString().slice(0, 10);
}

/** An instant for screens, '2026/04/04 09:00' in Tokyo, without the seconds. */
export function formatInstant(at: Date): string {
  const local = new Date(at.getTime() + tokyoMs).toISOString();
  return `${local.slice(0, 10).replaceAll("-", "/")} ${local.slice(11, 16)}`;
}

/** The Japanese fiscal year (年度, from 1 April) of a date. Throws RangeError unless ISO. */
export function fiscalYear(iso: string): number {
  const [year, month] = partsOf(iso);
  return month < 4 ? year - 1 : year;
}

/** The last day of a fiscal year, 31 March of the next one. */
export function endOfFiscalYear(year: number): string {
  return isoOf(year + 1, 3, 31) ?? "";
}

/** A fiscal year as public offices call it: 令和8年度. 2019 is 令和元年度, the era of most of its days. */
export function formatFiscalYear(year: number): string {
  return `${formatWareki(`${pad(year, 4)}-12-31`).replace(/年.*/, "")}年度`;
}

/** Reads a fiscal year: 令和8年度, R8, 2026, 2026年度, in either width. Null outside 1989 to 令和99年度. */
export function parseFiscalYear(raw: string): number | null {
  const text = foldCode(raw).replace(signs, (sign) => sign.normalize("NFKC"));
  const [, mark, count] = /^(令和|平成|[RH])\.?(元|\d{1,2})(?:年度?)?$/i.exec(text) ?? [];
  const era = eras.find(({ name, letter }) => mark && (name === mark || letter === mark.toUpperCase()));
  const western = /^(\d{4})(?:年度?)?$/.exec(text)?.[1];
  const year = era ? era.yearZero + (count === "元" ? 1 : Number(count)) : Number(western ?? Number.NaN);
  return year >= 1989 && year <= lastYear ? year : null;
}

/** The date some days later, or earlier when `days` is negative. Throws RangeError unless ISO and whole. */
export function addDays(iso: string, days: number): string {
  if (!Number.isInteger(days)) throw new RangeError(`Not a whole number of days: ${days}`);
  const [year, month, day] = partsOf(iso);
  return new Date(Date.UTC(year, month - 1, day) + days * dayMs).toISOString().slice(0, 10);
}
