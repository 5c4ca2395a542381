import {
  fiscalYear,
  formatFiscalYear,
  formatWareki,
  parseDate,
  parseFiscalYear,
} from "#lib/core/calendar.ts";
import { formatAmount, formatYen } from "#lib/core/money.ts";
import { YEAR_ROWS } from "../constants.ts";
import { termOfYear } from "../rules.ts";
import { yenOf } from "../schema.ts";
import type { RawDraft } from "../types.ts";
import { filledRows } from "./cases.ts";

/** The first and the last fiscal year of 工期; null while it cannot be read. */
export function yearsOfWorks(raw: RawDraft): { first: number; last: number } | null {
  const [from, to] = [parseDate(raw.worksFrom ?? ""), parseDate(raw.worksTo ?? "")];
  if (from === null || to === null || from > to) return null;
  return { first: fiscalYear(from), last: fiscalYear(to) };
}

/** What the form offers to fill in when a button is pressed; it never fills in anything by itself. */
export const PROPOSALS = ["years", "advanceBase", "advanceTerm", "interimBase", "interimTerm"] as const;
export type ProposalName = (typeof PROPOSALS)[number];
type Proposal = { words: string; fields: RawDraft };

/**
 * One proposal for what was typed so far, null when there is none or the fields hold it already: the years of 工期 for
 * empty rows of 年度割; this year's 出来高予定額 as 今年度対象額; 保証期限 as the end of the year, in the last one 工期（至）
 * (docs/domain.md 3.2). `today` YYYY-MM-DD says which year this is.
 */
export function propose(name: ProposalName, raw: RawDraft, today: string): Proposal | null {
  if (name === "years") return proposeYears(raw);
  const year = thisYear(raw, today);
  const worksTo = parseDate(raw.worksTo ?? "");
  if (!year || worksTo === null) return null;
  const product = name.startsWith("advance") ? "advance" : "interim";
  const called = formatFiscalYear(year.fiscalYear);
  if (name.endsWith("Base")) {
    const field = `${product}BaseYen` as const;
    if (year.plannedYen === null || yenOf(raw[field]) === year.plannedYen) return null;
    return {
      words: `${called}の${formatYen(year.plannedYen)}を入力する`,
      fields: { [field]: formatAmount(year.plannedYen) },
    };
  }
  const field = `${product}ExpiresOn` as const;
  const on = termOfYear(year.fiscalYear, worksTo);
  if (parseDate(raw[field] ?? "") === on) return null;
  return { words: `${called}の${formatWareki(on)}を入力する`, fields: { [field]: formatWareki(on) } };
}

function proposeYears(raw: RawDraft): Proposal | null {
  const span = yearsOfWorks(raw);
  if (!span || span.first === span.last || filledRows("years", raw).length > 0) return null;
  const rows = YEAR_ROWS.filter((n) => span.first + n - 1 <= span.last);
  return {
    words: `${formatFiscalYear(span.first)}から${formatFiscalYear(span.last)}までの年度を入力する`,
    fields: Object.fromEntries(rows.map((n) => [`year${n}`, formatFiscalYear(span.first + n - 1)])),
  };
}

/** The row of 年度割 of this fiscal year, before the works begin that of their first; null when neither is listed. */
function thisYear(raw: RawDraft, today: string): { fiscalYear: number; plannedYen: bigint | null } | null {
  const rows = filledRows("years", raw)
    .flatMap((n) => {
      const year = parseFiscalYear(raw[`year${n}`] ?? "");
      return year === null ? [] : [{ fiscalYear: year, plannedYen: yenOf(raw[`yearYen${n}`]) }];
    })
    .sort((a, b) => a.fiscalYear - b.fiscalYear);
  const [first] = rows;
  if (!first) return null;
  const now = Math.max(fiscalYear(today), first.fiscalYear);
  return rows.find((row) => row.fiscalYear === now) ?? null;
}
