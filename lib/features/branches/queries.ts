import "server-only";
import type { BranchScope, SystemScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";

const columns = { id: true, name: true, tel: true, fax: true, hours: true, approvalLimitYen: true } as const;

const guarantorColumns = {
  name: true,
  address: true,
  representative: true,
  seal: true,
  sample: true,
} as const;

/** The branches in their order. */
export async function listBranches(tx: Tx) {
  return tx.branch.findMany({ orderBy: { position: "asc" }, select: columns });
}

/** A branch; throws when there is none with this id. */
export async function getBranch(tx: Tx, id: string) {
  return tx.branch.findFirstOrThrow({ where: { id }, select: columns });
}

/** The branch and the guarantor, as named at the end of a mail. */
export async function getSender(tx: Tx, branchId: string) {
  const branch = await tx.branch.findFirstOrThrow({
    where: { id: branchId },
    select: { name: true, tel: true, hours: true, guarantor: { select: { name: true } } },
  });
  const { guarantor, ...rest } = branch;
  return { guarantorName: guarantor.name, branch: rest };
}

/** A branch and its guarantor, as a certificate names them; throws when there is no such branch. */
export async function getIssuer(tx: Tx<BranchScope>, branchId: string) {
  return tx.branch.findFirstOrThrow({
    where: { id: branchId },
    select: {
      name: true,
      tel: true,
      fax: true,
      hours: true,
      guarantor: { select: guarantorColumns },
    },
  });
}

/** The guarantor; there is exactly one. */
export async function getGuarantor(tx: Tx) {
  return tx.guarantor.findFirstOrThrow({ select: guarantorColumns });
}

/** The ids of all branches, for the daily reminder. */
export async function listBranchIds(tx: Tx<SystemScope>): Promise<string[]> {
  const rows = await tx.branch.findMany({ orderBy: { position: "asc" }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/**
 * The guarantor's name for the frame of every page. A database without masters still shows its pages, which say what is
 * missing.
 */
export async function findGuarantorName(tx: Tx): Promise<string> {
  const found = await tx.guarantor.findFirst({ select: { name: true } });
  return found?.name ?? "保証会社（未登録）";
}
