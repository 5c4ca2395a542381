import "server-only";
import { todayInTokyo } from "#lib/core/calendar.ts";
import { now } from "#lib/core/clock.ts";
import type { Prisma, Tx } from "#lib/core/db.ts";
import type { ObligeeWithRule } from "./types.ts";

const iso = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

type RuleRow = Prisma.ObligeeRuleGetPayload<object>;

const conditionsOf = (rule: RuleRow): ObligeeWithRule["rule"] => ({
  version: rule.version,
  acceptsElectronic: rule.acceptsElectronic,
  noticeOnOrAfter: iso(rule.noticeOnOrAfter),
  nominationOnOrAfter: iso(rule.nominationOnOrAfter),
  advanceCapPercent: rule.advanceCapPercent,
  performanceMinPercent: rule.performanceMinPercent,
  interimCapPercent: rule.interimCapPercent,
  advancesCapPercent: rule.advancesCapPercent,
  demoPercentages: rule.demoPercentages,
  worksScope: rule.worksScope,
  handingIn: rule.handingIn,
  source: rule.source,
});

/** Every obligee with the newest rule in effect today (Asia/Tokyo), those that accept 電子保証 first. */
export async function listObligees(tx: Tx): Promise<(ObligeeWithRule & { reading: string })[]> {
  const today = new Date(`${todayInTokyo(now())}T00:00:00Z`);
  const rows = await tx.obligee.findMany({
    orderBy: { position: "asc" },
    select: {
      id: true,
      name: true,
      title: true,
      reading: true,
      rules: { where: { effectiveFrom: { lte: today } }, orderBy: { version: "desc" }, take: 1 },
    },
  });
  const found = rows.flatMap(({ rules: [rule], ...obligee }) =>
    rule
      ? [
          {
            ...obligee,
            rule: conditionsOf(rule),
          },
        ]
      : [],
  );
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

/**
 * Every version of every obligee's rule: obligees in their order, the newest version first; `effectiveFrom` is
 * YYYY-MM-DD.
 */
export async function listRules(tx: Tx) {
  const rows = await tx.obligee.findMany({
    orderBy: { position: "asc" },
    select: { id: true, name: true, title: true, rules: { orderBy: { version: "desc" } } },
  });
  return rows.flatMap(({ rules, ...obligee }) =>
    rules.map((rule) => ({
      ...obligee,
      rule: conditionsOf(rule),
      effectiveFrom: rule.effectiveFrom.toISOString().slice(0, 10),
    })),
  );
}
