/** A branch as the national list has it: codes as strings with leading zeros, names as registered (short). */
type BranchRecord = { code: string; name: string; kana: string };

/** A bank with its branches, as the national list has it. */
export type BankRecord = { code: string; name: string; kana: string; branches: Record<string, BranchRecord> };

/** A bank or a branch that was found: the text for the field, its codes, and whether the guarantor's list has the bank. */
export type BankSuggestion = {
  /** 横浜銀行 or 横浜銀行 小田原支店. */
  text: string;
  bankCode: string;
  /** Null: the bank alone; its branches are still to be chosen. */
  branchCode: string | null;
  usable: boolean;
};

/** The answer to what was typed so far. */
export type BankAnswer = {
  /** The day of the national list, YYYY-MM-DD. */
  asOf: string;
  suggestions: BankSuggestion[];
  /** The bank that the text names in full, `alone` without a branch; null when none or several could be meant. */
  named: { bank: string; usable: boolean; alone: boolean } | null;
  /** The bank and branch that the text is the exact code of, in words; null for any other text. */
  spelled: string | null;
  /** The list of consigned banks is a demo's. */
  demo: boolean;
};
