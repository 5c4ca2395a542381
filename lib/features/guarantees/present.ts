import { formatInstant } from "#lib/core/calendar.ts";
import { dateColumn } from "#lib/core/codecs.ts";
import { FORM_NAMES, PRODUCTS } from "#lib/features/products/constants.ts";
import type { listGuarantees, listVerifications } from "./queries.ts";
import type { GuaranteeItem, Lookups } from "./types.ts";

type Row = Awaited<ReturnType<typeof listGuarantees>>[number];

/** A row of 保証契約一覧 in words. */
export function presentGuarantee(row: Row): GuaranteeItem {
  return {
    id: row.id,
    product: PRODUCTS[row.product].name,
    electronic: row.form === "electronic",
    issued: row.status === "issued",
    contractNumber: row.contractNumber,
    workName: row.workName,
    obligeeTitle: row.obligeeTitle,
    contractYen: row.contractYen,
    guaranteeYen: row.guaranteeYen,
    issuedAt: row.issuedAt && formatInstant(row.issuedAt),
    expiresOn: row.expiresOn && dateColumn.decode(row.expiresOn),
  };
}

type Lookup = Awaited<ReturnType<typeof listVerifications>>[number];

/** When officials looked a guarantee up, with the current key (`keyVersion`) and with earlier ones. */
export function presentLookups(lookups: readonly Lookup[], keyVersion: number): Lookups {
  const times = (some: readonly Lookup[]) => some.map(({ verifiedAt }) => formatInstant(verifiedAt));
  return {
    verifiedAt: times(lookups.filter((lookup) => lookup.keyVersion === keyVersion)),
    verifiedBefore: times(lookups.filter((lookup) => lookup.keyVersion < keyVersion)),
  };
}

/** A line of the list's CSV, in the order of its columns. */
export function presentCsv(row: Row, verified: boolean): string[] {
  const { contractNumber, product, issuedAt, expiresOn, electronic } = presentGuarantee(row);
  return [
    contractNumber ?? "",
    product,
    FORM_NAMES[row.form],
    row.obligeeTitle,
    row.workName,
    String(row.contractYen),
    String(row.guaranteeYen),
    expiresOn?.replaceAll("-", "/") ?? "",
    issuedAt ?? "",
    electronic ? (verified ? "確認済" : "未確認") : "",
  ];
}
