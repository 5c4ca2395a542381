import { foldCode, foldForSearch } from "#lib/core/text.ts";
import { bankName, branchName, foldSound, readRoman } from "./schema.ts";
import type { BankRecord } from "./types.ts";

/** A name prepared for comparison: its long and short form, folded, and its sound. */
type Entry = { code: string; name: string; long: string; short: string; sound: string };
/**
 * Branches are folded when a search reaches them; folding all of them at once would delay the first search by seconds.
 */
type BankEntry = Entry & { branches: () => Entry[] };
export type BankIndex = readonly BankEntry[];
export type Found = { bank: Entry; branch: Entry | null };

/** Prepares the national list for searching: every full name, folded once. */
export function indexBanks(records: readonly BankRecord[]): BankIndex {
  const entry = (code: string, name: string, short: string, kana: string): Entry => ({
    code,
    name,
    long: foldForSearch(name),
    short: foldForSearch(short),
    sound: foldSound(kana),
  });
  return [...records].sort(byCodes).map((bank) => ({
    ...entry(bank.code, bankName(bank), bank.name, bank.kana),
    branches: once(() =>
      Object.values(bank.branches)
        .sort(byCodes)
        .map(({ code, name, kana }) => entry(code, branchName(bank.code, name), name, kana)),
    ),
  }));
}

const byCodes = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A typed name: folded and, when it can be read aloud, its sound. */
type Key = { text: string; sound: string | null };

const spokenEndings: readonly [RegExp, string][] = [
  [/しんよきんこ$/, "しんきん"],
  [/しんよくみあい$/, "しんくみ"],
  [/(ぎんこ|してん)$/, ""],
];

function keyOf(typed: string): Key {
  const spoken = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u.test(typed) ? typed : readRoman(typed);
  let sound = spoken === null ? null : foldSound(spoken);
  for (const [ending, short] of spokenEndings) sound &&= sound.replace(ending, short) || sound;
  return { text: foldForSearch(typed), sound };
}

/** 0: the exact name, 1: its beginning, 2: a part of it, null: no match. */
function rankOf({ text, sound }: Key, entry: Entry): number | null {
  if (text === entry.long || text === entry.short || sound === entry.sound) return 0;
  if ((text && entry.long.startsWith(text)) || (sound && entry.sound.startsWith(sound))) return 1;
  const written = text.length > 1 && (entry.long.includes(text) || entry.short.includes(text));
  return written || (sound && sound.length > 1 && entry.sound.includes(sound)) ? 2 : null;
}

function best<T extends Entry>(entries: readonly T[], key: Key): { entry: T; rank: number }[] {
  return entries
    .flatMap((entry) => {
      const rank = rankOf(key, entry);
      return rank === null ? [] : [{ entry, rank }];
    })
    .sort((a, b) => a.rank - b.rank);
}

/** A bank code, or a bank and a branch code with anything or nothing between: 0138, 0138-721, 0138721. */
function byCode(index: BankIndex, typed: string): Found[] | null {
  const [, bankCode, branchCode = ""] = /^(\d{1,4})[\s-]*(\d{0,3})$/.exec(typed) ?? [];
  if (bankCode === undefined) return null;
  const banks = index.filter(({ code }) => code.startsWith(bankCode));
  const [only] = banks;
  if (bankCode.length < 4 || !only) return banks.map((bank) => ({ bank, branch: null }));
  const branches = only.branches().filter(({ code }) => code.startsWith(branchCode));
  const found = branches.map((branch) => ({ bank: only, branch }));
  return branchCode === "" ? [{ bank: only, branch: null }, ...found] : found;
}

/** A word that matches more banks than this (農協) does not name a bank yet. */
const likely = 40;

/** The ways to split a text into a bank and a branch: at the first blank, or after the name of a bank. */
function* partings(index: BankIndex, typed: string): Generator<{ bank: BankEntry; rank: number; rest: Key }> {
  const [, first, rest] = /^(\S+)\s+(.+)$/.exec(typed) ?? [];
  if (first !== undefined && rest !== undefined) {
    const key = keyOf(rest);
    for (const { entry, rank } of best(index, keyOf(first)).slice(0, likely))
      yield { bank: entry, rank, rest: key };
    return;
  }
  const { text, sound } = keyOf(typed);
  for (const bank of index) {
    const name = [bank.long, bank.short].find(
      (word) => word.length > 1 && text.startsWith(word) && text !== word,
    );
    if (name !== undefined) yield { bank, rank: 0, rest: { text: text.slice(name.length), sound: null } };
    else if (sound && bank.sound.length > 2 && sound.startsWith(bank.sound) && sound !== bank.sound)
      yield {
        bank,
        rank: 1,
        rest: { text: "", sound: sound.slice(bank.sound.length).replace(/^ぎんこ/, "") },
      };
  }
}

/**
 * The most likely banks and branches for a typed text, at most `limit`: kanji, kana, roman letters or codes; bank and
 * branch with or without a blank between. A bank named in full is followed by its branches.
 */
export function searchBanks(index: BankIndex, query: string, limit: number): Found[] {
  const typed = query.normalize("NFKC").trim();
  if (typed === "") return [];
  const coded = byCode(index, typed);
  if (coded) return coded.slice(0, limit);
  const found: (Found & { rank: number })[] = [];
  for (const { bank, rank, rest } of partings(index, typed))
    for (const branch of best(bank.branches(), rest))
      found.push({ bank, branch: branch.entry, rank: rank + branch.rank / 4 });
  const banks = best(index, keyOf(typed));
  found.push(...banks.map(({ entry, rank }) => ({ bank: entry, branch: null, rank })));
  const [first, second] = banks;
  if (first?.rank === 0 && second?.rank !== 0)
    found.push(...first.entry.branches().map((branch) => ({ bank: first.entry, branch, rank: 0.9 })));
  return found.sort((a, b) => a.rank - b.rank).slice(0, limit);
}

/** The full name for a code: 横浜銀行 小田原支店 for 0138-721, 横浜銀行 for 0138. Null for any other text. */
export function nameOfCode(index: BankIndex, typed: string): string | null {
  const [, bankCode, branchCode] = /^(\d{4})(?:-?(\d{3}))?$/.exec(foldCode(typed)) ?? [];
  const bank = index.find(({ code }) => code === bankCode);
  if (!bank || branchCode === undefined) return bank?.name ?? null;
  const branch = bank.branches().find(({ code }) => code === branchCode);
  return branch ? `${bank.name} ${branch.name}` : null;
}

/** Whether a text is only a bank's name or code, so that the branch is still missing. */
export function isBankAlone({ code, long, short }: Entry, typed: string): boolean {
  return [code, long, short].includes(foldForSearch(typed));
}

/** The bank that a text begins with, by its full name or its code; the longest name wins. Null when there is none. */
export function namedBank(index: BankIndex, query: string): Entry | null {
  const typed = query.normalize("NFKC").trim();
  const [, code] = /^(\d{4})(?:[\s-]*\d{0,3})$/.exec(typed) ?? [];
  if (code !== undefined) return index.find((bank) => bank.code === code) ?? null;
  const text = foldForSearch(typed);
  const first = foldForSearch(/^\S+/.exec(typed)?.[0] ?? "");
  const named = index.filter(({ long, short }) => text.startsWith(long) || short === first);
  return named.sort((a, b) => b.long.length - a.long.length)[0] ?? null;
}
