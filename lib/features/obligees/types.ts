/** An obligee with the rule in effect; dates are YYYY-MM-DD, null = no condition. */
export type ObligeeWithRule = {
  id: string;
  name: string;
  title: string;
  rule: {
    version: number;
    acceptsElectronic: boolean;
    noticeOnOrAfter: string | null;
    nominationOnOrAfter: string | null;
    advanceCapPercent: number;
    performanceMinPercent: number;
    interimCapPercent: number;
    advancesCapPercent: number;
    demoPercentages: boolean;
    /** The kind of works for which the rule applies; empty = ask the obligee. */
    worksScope: string;
    /** How the obligee wants the key handed in; empty = ask the obligee. */
    handingIn: string;
    source: string;
  };
};
