import { todayInTokyo } from "#lib/core/calendar.ts";
import { now } from "#lib/core/clock.ts";
import type { Tx } from "#lib/core/db.ts";
import type { ObligeeWithRule } from "./types.ts";

const iso = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** Every obligee with the newest rule in effect today (Asia/Tokyo), those that accept 電子保証 first. */
export async function listObligees(tx: Tx): Promise<ObligeeWithRule[]> {
  const today = new Date(`${todayInTokyo(now())}T00:00:00Z`);
  const rows = await tx.obligee.findMany({
    orderBy: { position: "asc" },
    select: {
      id: true,
      name: true,
      title: true,
      rules: { where: { effectiveFrom: { lte: today } }, orderBy: { version: "desc" }, take: 1 },
    },
  });
  const found = rows.flatMap(({ rules: [rule], ...obligee }) =>
    rule
      ? [
          {
            ...obligee,
            rule: {
              version: rule.version,
              acceptsElectronic: rule.acceptsElectronic,
              noticeOnOrAfter: iso(rule.noticeOnOrAfter),
              nominationOnOrAfter: iso(rule.nominationOnOrAfter),
              advanceCapPercent: rule.advanceCapPercent,
              performanceMinPercent: rule.performanceMinPercent,
              demoPercentages: rule.demoPercentages,
              source: rule.source,
            },
          },
        ]
      : [],
  );
  return [
    ...found.filter((one) => one.rule.acceptsElectronic),
    ...found.filter((one) => !one.rule.acceptsElectronic),
  ];
}

/** The branches in their order. */
export async function listBranches(tx: Tx) {
  return tx.branch.findMany({
    orderBy: { position: "asc" },
    select: { id: true, name: true, tel: true, fax: true, hours: true, approvalLimitYen: true },
  });
}

/** The guarantor; there is one. */
export async function getGuarantor(tx: Tx) {
  return tx.guarantor.findFirstOrThrow({
    select: { name: true, address: true, representative: true, seal: true, sample: true },
  });
}
