import "server-only";
import { systemScope } from "#lib/auth/scope.ts";
import { formatWithYear, todayInTokyo } from "#lib/core/calendar.ts";
import { now } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { describeConditions } from "./present.ts";
import { getGuarantor, listBranches, listObligees } from "./queries.ts";

/** What the public top page tells: obligees with their conditions, branches to ask, the guarantor. */
export async function loadAcceptingObligees() {
  return inScope(systemScope, async (tx) => {
    const [obligees, branches, guarantor] = [
      await listObligees(tx),
      await listBranches(tx),
      await getGuarantor(tx),
    ];
    const { wareki, year } = formatWithYear(todayInTokyo(now()));
    return {
      obligees: obligees.map((obligee) => ({
        title: obligee.title,
        accepts: obligee.rule.acceptsElectronic,
        conditions: describeConditions(obligee),
        demo: obligee.rule.demoPercentages,
      })),
      branches: branches.map(({ name, tel }) => ({ name, tel })),
      guarantor: { name: guarantor.name },
      asOf: `${wareki}${year}`,
    };
  });
}
