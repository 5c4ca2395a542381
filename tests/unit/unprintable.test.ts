import { describe, expect, it } from "vitest";
import { foldName } from "#lib/core/text.ts";
import { presentLostInCopy, presentUnprintable } from "#lib/features/questions/present.ts";
import { canPrint } from "#lib/pdf/kit/typefaces.ts";

/** What the form says of a text in 「工事名」; undefined when it can be printed. */
function warningFor(typed: string): string | undefined {
  const text = foldName(typed);
  const result = canPrint(text);
  return result.ok ? undefined : presentUnprintable("工事名", text, result);
}

it("that only the copy loses is a hint, at the same place", () => {
  const text = "至急です\u{1F647}";
  const result = canPrint(text);
  expect(result.ok ? null : presentLostInCopy("担当者名", text, result)).toBe(
    "担当者名の5文字目「\u{1F647}」は、申込内容の控え（PDF）では「〓」になります。支店の画面には、そのまま表示されます。",
  );
});

/** The characters of a Japanese double-byte set, row by row. */
function decoded(encoding: string, bytes: (row: number, cell: number) => number[]): string[] {
  const decoder = new TextDecoder(encoding);
  const found: string[] = [];
  for (let row = 1; row <= 94; row += 1)
    for (let cell = 1; cell <= 94; cell += 1) {
      const text = decoder.decode(new Uint8Array(bytes(row, cell)));
      if (!/\uFFFD/.test(text) && [...text].length === 1) found.push(text);
    }
  return found;
}

describe("a character that the certificate cannot show", () => {
  it.each([
    [
      "葛\u{E0100}飾区道路工事",
      "工事名の1文字目「葛」に付いている異体字の指定（U+E0100）は、保証証書に印刷できません。「葛」を消して、標準の字体で入力し直してください。",
    ],
    [
      "第一〇\u20DD工区",
      "工事名の4文字目（「〇」の次にある文字コード U+20DD）は、保証証書に印刷できません。消すか、別の文字で入力してください。",
    ],
    [
      "\uE000工事",
      "工事名の1文字目（先頭にある文字コード U+E000）は、保証証書に印刷できません。消すか、別の文字で入力してください。",
    ],
    [
      "山\u{1B001}工事",
      "工事名の2文字目「\u{1B001}」は、保証証書に印刷できません。別の文字で入力してください。",
    ],
  ])("is named so that it can be found (%#)", (typed, message) => {
    expect(warningFor(typed)).toBe(message);
  });

  it("is none of JIS levels 1 and 2", () => {
    const jis = decoded("euc-jp", (row, cell) => [0xa0 + row, 0xa0 + cell]);
    expect(jis.length).toBeGreaterThan(6_800);
    expect(
      jis.filter((character) => character.trim() !== "" && warningFor(`工事${character}`) !== undefined),
    ).toEqual([]);
  });

  it("is reported with its character and place, for each of more than ten thousand that are printed or are not", () => {
    const supplement = decoded("euc-jp", (row, cell) => [0x8f, 0xa0 + row, 0xa0 + cell]);
    const blocks = [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0xf900, 0xfad9],
      [0x20000, 0x20fff],
    ] as const;
    const swept = new Set(supplement);
    for (const [from, to] of blocks)
      for (let code = from; code <= to; code += 1) swept.add(String.fromCodePoint(code));
    expect(swept.size).toBeGreaterThan(10_000);
    let refused = 0;
    const wrong: string[] = [];
    for (const character of swept) {
      const result = canPrint(`工事${character}`);
      if (result.ok) continue;
      refused += 1;
      const message = presentUnprintable("工事名", `工事${character}`, result);
      const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
      const named = message.includes(`「${character}」`) || message.includes(code);
      if (result.position !== 3 || result.character !== character || !named) wrong.push(character);
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(0);
    expect(swept.size - refused).toBeGreaterThan(10_000);
  });
});
