import { formatInstant } from "#lib/core/calendar.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import type { listContracts } from "./queries.ts";
import type { ContractItem } from "./types.ts";

type Row = Awaited<ReturnType<typeof listContracts>>[number];

/** A row of 保証契約一覧 in words. */
export function presentContract(row: Row): ContractItem {
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
  };
}
