import { sha256 } from "#lib/core/crypto.ts";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { type FieldName, JV_ROWS } from "#lib/features/questions/constants.ts";
import { printedOnCertificate } from "#lib/features/questions/steps/summary.ts";
import type { Answers } from "#lib/features/questions/types.ts";
import type { StoredPdf } from "./queries.ts";
import type { PdfFile } from "./types.ts";

const titles = {
  certificate: (product: string) => `保証証書（${product}）`,
  key_notice: () => "電子保証にかかる「認証キー」のお知らせ",
};

/** The file name of a guarantee's PDF. */
export function pdfName(
  kind: keyof typeof titles,
  { product, contractNumber }: { product: Product; contractNumber: string },
): string {
  return `${titles[kind](PRODUCTS[product].name)}_${contractNumber}.pdf`;
}

/**
 * A stored PDF to be delivered. Its bytes are compared with the SHA-256 stored when they were made; a document that has
 * changed since is never delivered.
 * @throws Error when they differ, and for a guarantee without a number.
 */
export function openPdf(stored: StoredPdf, kind: keyof typeof titles): PdfFile {
  const { id, product, contractNumber } = stored.guarantee;
  if (contractNumber === null) throw new Error(`the issued guarantee ${id} has no number`);
  const bytes = Uint8Array.from(stored.bytes);
  if (!sha256(bytes).equals(stored.sha256))
    throw new Error(`the stored ${kind} of guarantee ${id} does not fit its SHA-256`);
  return {
    bytes,
    contractNumber,
    fileName: pdfName(kind, { product, contractNumber }),
    asciiName: `${kind.replace("_", "-")}_${contractNumber}.pdf`,
  };
}

/**
 * Whether a number from a URL can be a certificate's version; NaN and numbers beyond an integer column are treated as
 * absent.
 */
export function isVersion(version: number): boolean {
  return Number.isInteger(version) && version >= 1 && version <= 10_000;
}

/**
 * The term of a guarantee. 前払金保証 and 中間前払金保証 run to 工期（至） (docs/domain.md 3.3), 契約保証 from 請負契約日, else the day of issue,
 * to 工期（至） (README, Numbers). Dates YYYY-MM-DD.
 * @param yearEnd the 保証期限 that was applied for with 年度割, the end of a fiscal year; null without 年度割.
 */
export function termOf(
  product: Product,
  works: { contractedOn: string | null; worksTo: string },
  issuedOn: string,
  yearEnd: string | null = null,
): { startsOn: string | null; expiresOn: string } {
  if (product === "performance")
    return { startsOn: works.contractedOn ?? issuedOn, expiresOn: works.worksTo };
  return { startsOn: null, expiresOn: yearEnd ?? works.worksTo };
}

/** The questions whose answers have a place of their own on the paper. */
const placed = new Set<FieldName>([
  "workName",
  "jvName",
  "advanceBank",
  "interimBank",
  ...JV_ROWS.map((n) => `jvMember${n}` as const),
]);

/** The answers that print on a product's certificate and have no place of their own there, in words. */
export function furtherRows(answers: Answers, product: Product): { label: string; lines: string[] }[] {
  return printedOnCertificate(answers, product)
    .filter(({ field }) => !placed.has(field))
    .map(({ label, lines }) => ({ label, lines }));
}
