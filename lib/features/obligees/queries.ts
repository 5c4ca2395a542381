import "server-only";
import { today } from "#lib/core/clock.ts";
import { dateColumn } from "#lib/core/codecs.ts";
import type { Prisma, Tx } from "#lib/core/db.ts";
import { versionOn } from "#lib/core/versions.ts";
import type { ObligeeWithRule } from "./types.ts";

const dateOf = (date: Date | null) => date && dateColumn.decode(date);

type RuleRow = Prisma.ObligeeRuleGetPayload<object>;

const conditionsOf = (rule: RuleRow): ObligeeWithRule["rule"] => ({
  version: rule.version,
  acceptsElectronic: rule.acceptsElectronic,
  noticeOnOrAfter: dateOf(rule.noticeOnOrAfter),
  nominationOnOrAfter: dateOf(rule.nominationOnOrAfter),
  advanceCapPercent: rule.advanceCapPercent,
  performanceMinPercent: rule.performanceMinPercent,
  interimCapPercent: rule.interimCapPercent,
  advancesCapPercent: rule.advancesCapPercent,
  demoPercentages: rule.demoPercentages,
  worksScope: rule.worksScope,
  handingIn: rule.handingIn,
  source: rule.source,
});

/** The obligees in their order, each with every version of its rule, the newest first; `effectiveFrom` YYYY-MM-DD. */
export async function listRules(tx: Tx) {
  const rows = await tx.obligee.findMany({
    orderBy: { position: "asc" },
    select: { id: true, name: true, title: true, reading: true, rules: { orderBy: { version: "desc" } } },
  });
  return rows.map(({ rules, ...obligee }) => ({
    ...obligee,
    rules: rules.map((rule) => ({
      ...conditionsOf(rule),
      effectiveFrom: dateColumn.decode(rule.effectiveFrom),
    })),
  }));
}

/** Every obligee with the rule in effect today (Asia/Tokyo), those that accept 電子保証 first. */
export async function listObligees(tx: Tx): Promise<(ObligeeWithRule & { reading: string })[]> {
  const found = (await listRules(tx)).flatMap(({ rules, ...obligee }) => {
    const rule = versionOn(rules, today());
    return rule ? [{ ...obligee, rule }] : [];
  });
  return [
    ...found.filter((obligee) => obligee.rule.acceptsElectronic),
    ...found.filter((obligee) => !obligee.rule.acceptsElectronic),
  ];
}

/** An obligee with one version of its rule, in effect or not, by which a submission was judged. Throws when absent. */
export async function getObligeeWithRule(tx: Tx, id: string, version: number): Promise<ObligeeWithRule> {
  const { obligee, ...rule } = await tx.obligeeRule.findFirstOrThrow({
    where: { obligeeId: id, version },
    include: { obligee: { select: { id: true, name: true, title: true } } },
  });
  return { ...obligee, rule: conditionsOf(rule) };
}
