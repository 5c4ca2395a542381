import type { Product } from "#lib/core/generated/prisma/enums.ts";

/**
 * The term of a guarantee: 前払金保証 and 中間前払金保証 run to 工期（至） (domain.md 3.3); 契約保証 from 請負契約日, else the day of issue, to
 * 工期（至） (README, Numbers). Dates YYYY-MM-DD.
 */
export function termOf(
  product: Product,
  works: { contractedOn: string | null; worksTo: string },
  issuedOn: string,
): { startsOn: string | null; expiresOn: string } {
  if (product === "performance")
    return { startsOn: works.contractedOn ?? issuedOn, expiresOn: works.worksTo };
  return { startsOn: null, expiresOn: works.worksTo };
}
