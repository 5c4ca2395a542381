import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { bankDirectory } from "#lib/features/banks/queries.ts";
import { indexBanks, isBankAlone, namedBank, nameOfCode, searchBanks } from "#lib/features/banks/rules.ts";
import { bankName, branchName, foldSound, readRoman } from "#lib/features/banks/schema.ts";

const { index, asOf } = bankDirectory();
const find = (query: string, limit = 8) =>
  searchBanks(index, query, limit).map(({ bank, branch }) =>
    branch ? `${bank.name} ${branch.name}` : bank.name,
  );

describe("the national list", () => {
  it("is whole, in order, and says of which day it is", () => {
    expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(index.length).toBeGreaterThan(1_000);
    expect(index.reduce((sum, bank) => sum + bank.branches().length, 0)).toBeGreaterThan(25_000);
    const codes = index.map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    for (const code of codes) expect(code).toMatch(/^\d{4}$/);
  });

  it.each([
    ["0138", "横浜", "横浜銀行"],
    ["0289", "みずほ信託", "みずほ信託銀行"],
    ["9900", "ゆうちょ", "ゆうちょ銀行"],
    ["1288", "さがみ信金", "さがみ信用金庫"],
    ["2315", "小田原第一信組", "小田原第一信用組合"],
    ["5131", "さがみ農協", "さがみ農業協同組合"],
    ["1000", "信金中央金庫", "信金中央金庫"],
    ["0411", "香港上海", "香港上海"],
  ])("%s %s is written %s", (code, name, full) => {
    expect(bankName({ code, name })).toBe(full);
  });

  it.each([
    ["0138", "小田原", "小田原支店"],
    ["0138", "本店営業部", "本店営業部"],
    ["0138", "綾部", "綾部支店"],
    ["0138", "本所", "本所支店"],
    ["5131", "小田原", "小田原"],
    ["9900", "〇一八", "〇一八"],
  ])("a branch of %s named %s is written %s", (bank, name, full) => {
    expect(branchName(bank, name)).toBe(full);
  });
});

describe("what is typed", () => {
  it.each([
    ["横浜銀行 小田原支店"],
    ["横浜銀行小田原支店"],
    ["横浜　小田原"],
    ["横浜小田原"],
    ["よこはま おだわら"],
    ["ヨコハマ　オダワラ"],
    ["ﾖｺﾊﾏ ｵﾀﾞﾜﾗ"],
    ["よこはまぎんこうおだわらしてん"],
    ["yokohama odawara"],
    ["Ｙｏｋｏｈａｍａ Odawara"],
    ["0138-721"],
    ["0138 721"],
    ["0138721"],
    ["０１３８－７２１"],
  ])("%s finds the branch first", (query) => {
    expect(find(query)[0]).toBe("横浜銀行 小田原支店");
  });

  it.each([
    ["横", "横浜銀行"],
    ["yokoh", "横浜銀行"],
    ["013", "横浜銀行"],
    ["ufj", "三菱ＵＦＪ銀行"],
    ["三菱UFJ", "三菱ＵＦＪ銀行"],
    ["さがみしんようきんこ", "さがみ信用金庫"],
    ["sagami shinkin", "さがみ信用金庫"],
    ["ゆうちょ", "ゆうちょ銀行"],
    ["ゆーちょ", "ゆうちょ銀行"],
    ["西湘", "かながわ西湘農業協同組合"],
  ])("%s finds %s among the first", (query, bank) => {
    expect(find(query)).toContain(bank);
  });

  it("in full brings the branches of its bank, and of no other", () => {
    const found = find("横浜銀行 ", 400);
    expect(found[0]).toBe("横浜銀行");
    expect(found).toContain("横浜銀行 小田原支店");
    expect(found.every((text) => text.startsWith("横浜銀行"))).toBe(true);
  });

  it.each([["〇〇銀行 ××支店"], ["△△銀行 本店"], [""], ["　"], ["x"], ["-"], ["0138-999"]])(
    "%j finds nothing, so that free text stays what it is",
    (query) => expect(find(query)).toEqual([]),
  );

  it("names a bank only when it says the whole name or code", () => {
    expect(namedBank(index, "横浜銀行 どこか支店")?.code).toBe("0138");
    expect(namedBank(index, "横浜 小田原")?.code).toBe("0138");
    expect(namedBank(index, "0138-721")?.code).toBe("0138");
    expect(namedBank(index, "三菱ＵＦＪ信託銀行 本店")?.code).toBe("0288");
    expect(namedBank(index, "横")).toBeNull();
    expect(namedBank(index, "横浜信用")).toBeNull();
    expect(namedBank(index, "〇〇銀行 ××支店")).toBeNull();
    expect(namedBank(index, "")).toBeNull();
  });

  it("spells a code alone in words, however it is typed, and nothing else", () => {
    for (const typed of ["0138-721", "０１３８－７２１", "0138 721", "0138721"])
      expect(nameOfCode(index, typed)).toBe("横浜銀行 小田原支店");
    expect(nameOfCode(index, "0138")).toBe("横浜銀行");
    for (const typed of ["0138-7", "0138-721 小田原", "0138-000", "9999-001", "横浜銀行", ""])
      expect(nameOfCode(index, typed)).toBeNull();
  });

  it("tells a bank without its branch", () => {
    const alone = (typed: string) => {
      const bank = namedBank(index, typed);
      return bank && isBankAlone(bank, typed);
    };
    expect(["横浜銀行", "横浜", "0138", "横浜銀行 "].map(alone)).toEqual([true, true, true, true]);
    expect(["横浜銀行 小田原支店", "0138-721"].map(alone)).toEqual([false, false]);
  });

  it("of any text at all is answered, with no more than asked for and nothing twice", () => {
    const piece = fc.constantFrom(
      "横浜",
      "銀行",
      "支店",
      "小田原",
      "よこ",
      "nn",
      "sh",
      "0138",
      "-",
      "　",
      "ー",
      "ゃ",
    );
    const typed = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.array(piece).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(typed, (query) => {
        const found = searchBanks(index, query, 8).map(
          ({ bank, branch }) => `${bank.code}-${branch?.code ?? ""}`,
        );
        expect(found.length).toBeLessThanOrEqual(8);
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a name read aloud", () => {
  it.each([
    ["tokyo", "とうきよう"],
    ["toukyou", "トウキヨウ"],
    ["Tōkyō", "とうきょう"],
    ["chuo", "ちゅうおう"],
    ["tyuuou", "ちゅうおう"],
    ["shinjuku", "しんじゅく"],
    ["sinzyuku", "しんじゅく"],
    ["nippon", "にっぽん"],
    ["namba", "なんば"],
    ["hatchobori", "はっちょうぼり"],
    ["fuji", "ふじ"],
    ["kin'yu", "きんゆう"],
  ])("%s and %s are one", (roman, kana) => {
    expect(foldSound(readRoman(roman) ?? "")).toBe(foldSound(kana));
  });

  it.each([["ufj"], ["xyz"], ["横浜"], ["123"], [""]])("%j is no Japanese word in roman letters", (text) => {
    expect(readRoman(text)).toBeNull();
  });
});

test("A search over the whole list takes well under 50 ms", () => {
  const queries = [
    "よこはま",
    "yokohama odawara",
    "農協 本店",
    "横浜小田原",
    "01",
    "shin",
    "銀行",
    "〇〇銀行 ××支店",
  ];
  for (const query of queries) searchBanks(index, query, 8);
  const times = Array.from({ length: 15 }, () =>
    queries.map((query) => {
      const began = performance.now();
      searchBanks(index, query, 8);
      return performance.now() - began;
    }),
  )
    .flat()
    .sort((a, b) => a - b);
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(50);
});

test("Banks come in the order of their codes, whatever the order of the list", () => {
  const bank = (code: string) => ({ code, name: "見本", kana: "ミホン", branches: {} });
  expect(indexBanks([bank("0200"), bank("0100")]).map(({ code }) => code)).toEqual(["0100", "0200"]);
});
