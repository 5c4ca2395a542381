import { foldCode, padSerial } from "#lib/core/text.ts";
import type { ProductLetter } from "#lib/features/products/constants.ts";

export const contractNumberPattern = /^\d{5}-\d{5}[A-Z]$/;

/**
 * Folds a typed or pasted 保証契約番号 (either width, any hyphen or none, small letter, the label before it) to the form in
 * which it is stored. Text that cannot be a number comes back folded, and does not match `contractNumberPattern`.
 */
export function foldContractNumber(raw: string): string {
  const folded = foldCode(raw)
    .replace(/^保証契約番号:?/, "")
    .toUpperCase();
  return folded.replace(/^(\d{5})(\d{5}[A-Z])$/, "$1-$2");
}

/** The 保証契約番号 of a serial (1 to 9,999,999,999, never reused), "00000-00001M". Throws RangeError beyond. */
export function formatContractNumber(serial: bigint, letter: ProductLetter): string {
  const digits = padSerial(serial, 10);
  return `${digits.slice(0, 5)}-${digits.slice(5)}${letter}`;
}
