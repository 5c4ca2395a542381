import { formatWareki } from "#lib/core/calendar.ts";
import type { ObligeeWithRule } from "./types.ts";

/** The start rule in sentences for the public list (docs/domain.md 6.1). */
export function describeConditions({ rule }: Pick<ObligeeWithRule, "rule">): string[] {
  if (!rule.acceptsElectronic) return ["電子保証には対応していません"];
  const lines: string[] = [];
  if (rule.noticeOnOrAfter)
    lines.push(`競争入札：${formatWareki(rule.noticeOnOrAfter)}以降に公告（公表）する工事`);
  if (rule.nominationOnOrAfter)
    lines.push(`随意契約：${formatWareki(rule.nominationOnOrAfter)}以降に指名する工事`);
  if (lines.length === 0) return ["公告日・指名日による制限はありません"];
  if (!rule.noticeOnOrAfter) lines.push("競争入札：発注者に確認してください");
  if (!rule.nominationOnOrAfter) lines.push("随意契約：発注者に確認してください");
  return lines;
}

/** Obligees as the choices of a list's filter, by the office that signs. */
export function presentChoices(obligees: readonly { id: string; title: string }[]) {
  return obligees.map(({ id, title }) => ({ value: id, label: title }));
}
