import fc from "fast-check";
import { describe, expect, test } from "vitest";
import commonPasswords from "#lib/auth/common-passwords.json" with { type: "json" };
import { hashPassword, passwordFits } from "#lib/auth/password.ts";
import { passwordProblem } from "#lib/auth/password-rules.ts";
import { deviceName } from "#lib/features/accounts/rules.ts";

const context = ["〇〇建設 株式会社", "工事 一郎", "koji.ichiro@marumaru.example"];
const problem = (password: string) => passwordProblem(password, context);

describe("A password", () => {
  test.for([
    "すいか畑の三輪車と雨やどり",
    "すいか畑の三輪車と雨やどりの朝",
    "correct horse battery staple",
    "TANPOPO-noni-fune-7",
    "xkqzvwpyhtrnbcg",
    "839201748372615",
    "🍉🚲☔️🌻🎐🐈🍵📻🎏🪁🧵🪣🧺🪴🛶",
    " 空白 から 始まる ことば も よい ",
    `${"a".repeat(3)}はなびと金魚の夏祭り屋台`,
  ])("needs length and nothing else: %s", (password) => {
    const long = [...password.normalize("NFC")].length >= 15;
    expect(problem(password)).toEqual(long ? null : expect.stringContaining("15文字以上"));
  });

  test("is counted by code points after NFC: 14 are too few, 15 and 128 right, 129 too many", () => {
    const chars = [..."髙橋𠮷野家🍣かきくけこさしすせそたちつてと"];
    const of = (length: number) =>
      Array.from({ length }, (_, n) => chars[(n * 7 + (n >> 3)) % chars.length]).join("");
    expect(problem(of(14))).toBe("パスワードは、15文字以上で入力してください。いまは14文字です。");
    expect(problem(of(15))).toBeNull();
    expect(problem(of(128))).toBeNull();
    expect(problem(of(129))).toBe("パスワードは、128文字以内で入力してください。");
    // が as one character and as か with its mark: 15 of them decomposed are 30 code points, and still 15.
    const decomposed = "がぎぐげござじずぜぞだぢづでど".normalize("NFD");
    expect([...decomposed]).toHaveLength(30);
    expect(problem(decomposed)).toBeNull();
  });

  test.for([
    ["common, repeated", "passwordpassword"],
    ["common, with digits around", "12345password6789"],
    ["common, in full width", "ｐａｓｓｗｏｒｄ２０２６１２３４"],
    ["two common ones", "dragonmonkey2026!"],
    ["two common ones over and over", "dragon monkey dragon monkey"],
    ["one character", "aaaaaaaaaaaaaaaaaaaa"],
    ["two characters", "abababababababababab"],
    ["digits in order", "123456789012345"],
    ["the alphabet", "abcdefghijklmnopqrs"],
    ["the keyboard", "qwertyuiopasdfghjkl"],
    ["the portal", "保証デスク保証デスク保証デスク"],
    ["the portal with a year", "保証保証保証保証保証保証2026年"],
    ["the city", "Odawara-Odawara-2026"],
    ["the demo's own", "odawara-netdesk-2026"],
    ["the company", "〇〇建設株式会社〇〇建設株式会社1"],
    ["the name and the address", "koji.ichiro-marumaru1"],
  ])("that is tried first is refused: %s", ([, password]) => {
    expect(problem(password ?? "")).toMatch(/推測されやすいパスワードです。.+入力してください。$/);
  });

  test("of the list is refused, alone and with digits up to the length", () => {
    expect(commonPasswords.length).toBeGreaterThanOrEqual(3000);
    const words = commonPasswords.filter((word) => /^[a-z]+$/.test(word));
    expect(words.length).toBeGreaterThan(2000);
    for (const word of words)
      for (const typed of [`${word}2026112320261123`, word.repeat(4)])
        expect(problem(typed.length < 15 ? `${typed}!!!` : typed), typed).not.toBeNull();
  });

  test("of random letters is taken, whatever the context says", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."bcdfghjkmpqtvwxzBCDGHJKMPQTVWXZ"),
      minLength: 20,
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        letters,
        (password) => new Set(password.toLowerCase()).size < 8 || problem(password) === null,
      ),
    );
  });

  test("is kept under a pepper and fits in either normal form; one kept before there was a pepper fits still", async () => {
    const kept = await hashPassword("がぎぐげごのパスワードです");
    expect(kept).toMatch(/^t1:\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordFits(kept, "がぎぐげごのパスワードです".normalize("NFD"))).toBe(true);
    expect(await passwordFits(kept, "がぎぐげごのパスワードでず")).toBe(false);
    const { hash } = await import("@node-rs/argon2");
    const old = await hash("an older password");
    expect(await passwordFits(old, "an older password")).toBe(true);
    expect(await passwordFits(old, "another password")).toBe(false);
    expect(await passwordFits(null, "no account has this password")).toBe(false);
  });
});

test.for([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
    "Windows の Chrome",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
    "Windows の Edge",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
    "iPhone の Safari",
  ],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:132.0) Gecko/20100101 Firefox/132.0", "Mac の Firefox"],
  [
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
    "Android の Chrome",
  ],
  ["curl/8.5.0", "不明な端末"],
  ["", "不明な端末"],
] as const)("A device is described in words: %s", ([userAgent, words]) => {
  expect(deviceName(userAgent)).toBe(words);
});
