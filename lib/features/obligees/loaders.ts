import "server-only";
import { type AdminScope, systemScope } from "#lib/auth/scope.ts";
import { formatWareki, formatWithYear } from "#lib/core/calendar.ts";
import { today } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { keptFor } from "#lib/core/kept.ts";
import { versionOn } from "#lib/core/versions.ts";
import { loadBranches, loadGuarantorName } from "#lib/features/branches/loaders.ts";
import { listBranches } from "#lib/features/branches/queries.ts";
import { describeConditions } from "./present.ts";
import { listObligees, listRules } from "./queries.ts";
import { isFound } from "./rules.ts";

/**
 * Every obligee with its rule of today, the same for everyone; a change shows within five seconds, a new day at once.
 * Call it before the page's transaction, as loadBranches() says.
 */
export const loadObligeesOfToday = keptFor(5_000, () => inScope(systemScope, listObligees), today);

/** The content of the public top page: obligees with their conditions, the branches, and the guarantor. */
export async function loadAcceptingObligees() {
  const [obligees, branches, guarantor] = [
    await loadObligeesOfToday(),
    await loadBranches(),
    await loadGuarantorName(),
  ];
  const { wareki, year } = formatWithYear(today());
  return {
    obligees: obligees.map((obligee) => ({
      title: obligee.title,
      accepts: obligee.rule.acceptsElectronic,
      conditions: describeConditions(obligee),
      demo: obligee.rule.demoPercentages,
    })),
    branches: branches.map(({ name, tel }) => ({ name, tel })),
    guarantor: { name: guarantor },
    asOf: `${wareki}${year}`,
  };
}

/** Every obligee with its rule, for the question of eligibility before applying, and the page's frame. */
export async function loadEligibility() {
  const [obligees, name] = [await loadObligeesOfToday(), await loadGuarantorName()];
  return { obligees, guarantor: { name } };
}

/**
 * The public list: obligees whose name, office or reading contains the searched text (folded; all when it is empty).
 */
export async function loadObligees(query: string) {
  const { obligees, guarantor } = await loadEligibility();
  const words = query.slice(0, 100);
  const { wareki, year } = formatWithYear(today());
  return {
    guarantor,
    asOf: `${wareki}${year}`,
    obligees: obligees
      .filter((obligee) => isFound(obligee, words))
      .map(({ id, name, title, rule }) => ({
        id,
        name,
        title,
        accepts: rule.acceptsElectronic,
        conditions: describeConditions({ rule }),
        worksScope: rule.worksScope,
        handingIn: rule.handingIn,
        source: rule.source,
      })),
  };
}

/** The masters as the administrator sees them: every version of every obligee's rule, and the branches. */
export async function loadMasters(scope: AdminScope) {
  const [obligees, branches] = await inScope(
    scope,
    async (tx) => [await listRules(tx), await listBranches(tx)] as const,
  );
  return {
    rules: obligees.flatMap(({ id, name, title, rules }) => {
      const current = versionOn(rules, today());
      return rules.map((rule) => ({
        key: `${id}-${rule.version}`,
        obligeeName: name,
        obligeeTitle: title,
        version: rule.version,
        state: ruleState(rule.version, current?.version),
        effectiveFrom: formatWareki(rule.effectiveFrom),
        acceptsElectronic: rule.acceptsElectronic,
        conditions: describeConditions({ rule }),
        advanceCapPercent: rule.advanceCapPercent,
        performanceMinPercent: rule.performanceMinPercent,
        interimCapPercent: rule.interimCapPercent,
        advancesCapPercent: rule.advancesCapPercent,
        demoPercentages: rule.demoPercentages,
        source: rule.source,
      }));
    }),
    branches,
  };
}

function ruleState(version: number, current: number | undefined): "coming" | "current" | "past" {
  if (version === current) return "current";
  return current === undefined || version > current ? "coming" : "past";
}
