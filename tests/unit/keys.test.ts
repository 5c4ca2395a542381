import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldKey, groupKey, hasValidCheck, keyAlphabet, makeKey } from "#lib/features/keys/rules.ts";

/** Random-looking bytes that depend on a seed alone, so that a failing key can be made again. */
function bytesFrom(seed: number): (n: number) => Uint8Array {
  let call = 0;
  return (n) => {
    call += 1;
    return createHash("sha256").update(`${seed}/${call}`).digest().subarray(0, n);
  };
}

const anyKey = fc.integer({ min: 0 }).map((seed) => makeKey(bytesFrom(seed)));
const allCharacters = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"];

const replaceAt = (key: string, at: number, character: string) =>
  key.slice(0, at) + character + key.slice(at + 1);

describe("the alphabet", () => {
  it("is the 62 letters and digits without the look-alikes, a prime number of them", () => {
    expect([...keyAlphabet].sort()).toEqual(
      allCharacters.filter((character) => !"0O1lI4A8B".includes(character)).sort(),
    );
    expect(keyAlphabet).toHaveLength(53);
  });
});

describe("making keys", () => {
  it("gives 12 characters of the alphabet with a right check character", () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        expect(key).toMatch(/^[A-Za-z0-9]{12}$/);
        expect([...key].every((character) => keyAlphabet.includes(character))).toBe(true);
        expect(hasValidCheck(key)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps its first keys for ever, since issued ones were computed like this", () => {
    const counting = (n: number) => Uint8Array.from({ length: n }, (_, at) => at * 5);
    expect(makeKey(counting)).toBe("29GMSXchnsxZ");
  });

  it("throws away the bytes that would favour the first characters", () => {
    let call = 0;
    const key = makeKey((n) => {
      call += 1;
      return new Uint8Array(n).fill(call === 1 ? 212 : call === 2 ? 255 : 211);
    });
    expect(call).toBe(3);
    expect(key.slice(0, 11)).toBe("z".repeat(11));
  });

  it("uses each byte below the limit, every character by exactly four of them", () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 212; byte += 1) {
      const first = makeKey((n) => new Uint8Array(n).fill(byte)).charAt(0);
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect(counts.size).toBe(53);
    expect(new Set(counts.values())).toEqual(new Set([4]));
  });
});

describe("the check character", () => {
  it("catches every single substitution, look-alikes and wrong case included", () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        for (let at = 0; at < 12; at += 1) {
          for (const character of allCharacters) {
            expect(hasValidCheck(replaceAt(key, at, character))).toBe(character === key.charAt(at));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("catches every swap of two characters, neighbours first of all", () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        for (let from = 0; from < 12; from += 1) {
          for (let other = from + 1; other < 12; other += 1) {
            const swapped = replaceAt(replaceAt(key, from, key.charAt(other)), other, key.charAt(from));
            expect(hasValidCheck(swapped)).toBe(swapped === key);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("lets one guess in 53 through, no more", () => {
    const stem = makeKey(bytesFrom(1)).slice(0, 11);
    expect([...keyAlphabet].filter((last) => hasValidCheck(stem + last))).toHaveLength(1);
  });

  it.each(["", "2", "22222222222", "2222222222222", "Z28YUE4J3Bux", "２２２２２２２２２２２２"])(
    "refuses %j",
    (key) => {
      expect(hasValidCheck(key)).toBe(false);
    },
  );
});

describe("typing a key", () => {
  const gap = fc.constantFrom("", " ", "-", "－", "ー", "−", "–", "\u3000", "\u00A0", "\u200B", "\n");

  it("gives the same key for 1,000 random mixes of width, blanks and hyphens", () => {
    const typed = anyKey.chain((key) => {
      const characters = [...key].map((character) =>
        fc
          .tuple(fc.constantFrom(character, String.fromCharCode(character.charCodeAt(0) + 0xfee0)), gap)
          .map((parts) => parts.join("")),
      );
      return fc.tuple(
        fc.constant(key),
        fc.tuple(gap, ...characters).map((parts) => parts.join("")),
      );
    });
    fc.assert(
      fc.property(typed, ([key, text]) => {
        expect(foldKey(text)).toBe(key);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["Z28Y UE4J 3Bux", "Z28YUE4J3Bux"],
    ["Ｚ２８ＹＵＥ４Ｊ３Ｂｕｘ", "Z28YUE4J3Bux"],
    ["z28y-ue4j-3bux", "z28yue4j3bux"],
    ["認証キー: Z28YUEAJ3Bux", "Z28YUEAJ3Bux"],
    ["認証キー　Ｚ２８Ｙ－ＵＥ４Ｊ－３Ｂｕｘ\r\n", "Z28YUE4J3Bux"],
  ])("folds %j and keeps the letter case", (typed, key) => {
    expect(foldKey(typed)).toBe(key);
  });

  it.each(["", "Z28YUE4J3Bu", "Z28YUE4J3Buxx", "Z28YUE4J3Bu!", "Z28YUE4J3Bué", "あいうえおかきくけこさし"])(
    "gives null for %j",
    (typed) => {
      expect(foldKey(typed)).toBeNull();
    },
  );

  it("is shown in three groups that are the key when put together", () => {
    expect(groupKey("Z28YUE4J3Bux")).toEqual(["Z28Y", "UE4J", "3Bux"]);
  });
});
