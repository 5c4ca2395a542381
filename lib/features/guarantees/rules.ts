import type { Product } from "#lib/core/generated/prisma/enums.ts";

/**
 * The term of a guarantee: 前払金保証 and 中間前払金保証 run to 工期（至） (domain.md 3.3); 契約保証 from 請負契約日, else the day of issue, to
 * 工期（至） (README, Numbers). Dates YYYY-MM-DD.
 * @param yearEnd 保証期限 that was asked for with 年度割, the end of a fiscal year; null without 年度割.
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
