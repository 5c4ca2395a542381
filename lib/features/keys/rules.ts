import { foldCode } from "#lib/core/text.ts";

/**
 * The letters and digits without the look-alikes 0 O 1 l I 4 A 8 B: 53, a prime. Their order is part of every issued
 * key: never change it.
 */
export const keyAlphabet = "235679CDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

const size = keyAlphabet.length;
const keyLength = 12;

/**
 * The sum of weight x index over all 12 characters, modulo 53, which is 0 for a valid key. The weights are 1 to 11, and
 * -1 for the check character. They are distinct and not 0 modulo a prime, so that one wrong character or two exchanged
 * ones always change the sum. Part of every issued key: never change it.
 */
function weightedSum(indices: readonly number[]): number {
  const sum = indices.reduce((total, index, at) => total + index * (at === keyLength - 1 ? -1 : at + 1), 0);
  return ((sum % size) + size) % size;
}

/**
 * Makes an 認証キー: 11 random characters (63 bits) and the check character. `randomBytes` returns n bytes from a
 * cryptographic source (node:crypto in the worker); bytes from 212 up are discarded, so that no character is more
 * likely.
 */
export function makeKey(randomBytes: (n: number) => Uint8Array): string {
  const indices: number[] = [];
  const unbiased = 256 - (256 % size);
  while (indices.length < keyLength - 1) {
    for (const byte of randomBytes(keyLength - 1 - indices.length)) {
      if (byte < unbiased) indices.push(byte % size);
    }
  }
  indices.push(weightedSum(indices));
  return indices.map((index) => keyAlphabet.charAt(index)).join("");
}

/** Whether a folded key can have been issued, so that a slip of the hand is recognised before it counts as a try. */
export function hasValidCheck(key: string): boolean {
  const indices = Array.from(key, (character) => keyAlphabet.indexOf(character));
  return indices.length === keyLength && !indices.includes(-1) && weightedSum(indices) === 0;
}

/**
 * Folds a typed or pasted 認証キー (either width, blanks, hyphens, the notice's label before it) to its 12 letters and
 * digits, keeping their case; null when it is not 12 of them.
 */
export function foldKey(raw: string): string | null {
  const key = foldCode(raw)
    // Folding has just turned the label's long vowel mark into a hyphen.
    .replace(/^認証キ-:?/, "")
    .replaceAll("-", "");
  return /^[A-Za-z0-9]{12}$/.test(key) ? key : null;
}

/** The three groups of four in which a key is shown and read aloud. */
export function groupKey(key: string): [string, string, string] {
  return [key.slice(0, 4), key.slice(4, 8), key.slice(8)];
}
