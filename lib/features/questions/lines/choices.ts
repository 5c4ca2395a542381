/** The fixed sets of answers. PERSISTED by their keys: never rename one. */
export const PROCUREMENTS = {
  open: "一般競争入札",
  designated: "指名競争入札",
  negotiated: "随意契約",
} as const;
export const FORMS = { paper: "証書（紙）", electronic: "電子保証（認証キーを含む）" } as const;
export const REDEPOSITS = { no: "再預託を利用しない", yes: "再預託を利用する" } as const;
export const PAYMENTS = { monthly: "一括納付", transfer: "銀行振込" } as const;
export const JV_KINDS = { joint: "甲型（共同施工方式）", split: "乙型（分担施工方式）" } as const;
export const JV_DEPOSITS = { whole: "一括預託", split: "分割預託" } as const;
export const WISHES = { yes: "希望する", no: "希望しない" } as const;
