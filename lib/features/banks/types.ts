/** A branch in the national list: codes are strings with leading zeros, names as registered (short). */
type BranchRecord = { code: string; name: string; kana: string };

/** A bank in the national list, with its branches. */
export type BankRecord = { code: string; name: string; kana: string; branches: Record<string, BranchRecord> };

/** A suggested bank or branch: the text for the field, its codes, and whether the bank is on the guarantor's list. */
export type BankSuggestion = {
  /** 横浜銀行 or 横浜銀行 小田原支店. */
  text: string;
  bankCode: string;
  /** Null for a bank alone, whose branch is still to be chosen. */
  branchCode: string | null;
  usable: boolean;
};

/** The answer to a typed text. */
export type BankAnswer = {
  /** The day of the national list, YYYY-MM-DD. */
  asOf: string;
  suggestions: BankSuggestion[];
  /** The bank that the text names in full, `alone` without a branch; null when none or several match. */
  named: { bank: string; usable: boolean; alone: boolean } | null;
  /** The bank and branch whose exact code the text is, in words; null for any other text. */
  spelled: string | null;
  /** Whether the list of consigned banks is a demo's. */
  demo: boolean;
};
