import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { bankDirectory, listConsignedBanks } from "./queries.ts";
import { isBankAlone, namedBank, nameOfCode, searchBanks } from "./rules.ts";
import type { BankAnswer } from "./types.ts";

/** Few enough that a person reads them all. */
const shown = 8;

/** No bank has a longer name than this. */
const longest = 100;

/** Suggestions for 「預託金融機関」, each with whether the bank is on the guarantor's list of consigned banks. */
export async function loadBanks(scope: ContractorScope, query: string): Promise<BankAnswer> {
  const { index, asOf } = bankDirectory();
  const consigned = await inScope(scope, listConsignedBanks);
  const typed = query.length > longest ? "" : query;
  const named = namedBank(index, typed);
  return {
    asOf,
    suggestions: searchBanks(index, typed, shown).map(({ bank, branch }) => ({
      text: branch ? `${bank.name} ${branch.name}` : bank.name,
      bankCode: bank.code,
      branchCode: branch?.code ?? null,
      usable: consigned.codes.has(bank.code),
    })),
    named: named && {
      bank: named.name,
      usable: consigned.codes.has(named.code),
      alone: isBankAlone(named, typed),
    },
    spelled: nameOfCode(index, typed),
    demo: consigned.demo,
  };
}
