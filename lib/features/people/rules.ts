import type { CompanyRole } from "./constants.ts";

type Ends = { expiresAt: Date; usedAt: Date | null; cancelledAt: Date | null };

/** Whether the link of an invitation is still valid at an instant. */
export function isOpen({ expiresAt, usedAt, cancelledAt }: Ends, at: Date): boolean {
  return usedAt === null && cancelledAt === null && expiresAt.getTime() > at.getTime();
}

/** Whether a change removes a manager, by role or by disabling. */
export function losesManager(
  person: { companyRole: CompanyRole | null; disabledAt: Date | null },
  change: { role?: CompanyRole; disable?: boolean },
): boolean {
  const manages = person.companyRole === "manager" && person.disabledAt === null;
  return manages && (change.disable === true || (change.role !== undefined && change.role !== "manager"));
}
