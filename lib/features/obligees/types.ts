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
    demoPercentages: boolean;
    source: string;
  };
};
