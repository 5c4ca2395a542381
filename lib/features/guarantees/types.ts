import type { CertificateForm, Product } from "#lib/core/generated/prisma/enums.ts";
import type { GUARANTEE_SORTS, GUARANTEE_STATES, KEY_STATE_NAMES } from "./constants.ts";

/** The query of 保証契約一覧, as in its URL; undefined = not set. */
export type GuaranteeListQuery = {
  q?: string | undefined;
  obligee?: string | undefined;
  product?: Product | undefined;
  form?: CertificateForm | undefined;
  state?: keyof typeof GUARANTEE_STATES | undefined;
  sort?: keyof typeof GUARANTEE_SORTS | undefined;
};

/**
 * How far the newest key of a guarantee has got: not handed over from the portal yet, handed over, its mail failed, or
 * used by the obligee. An older key does not count.
 */
export type KeyState = keyof typeof KEY_STATE_NAMES;

/** When officials of the obligee looked a guarantee up, newest first. */
export type Lookups = {
  /** With the current key. */
  verifiedAt: string[];
  /** With earlier keys. */
  verifiedBefore: string[];
};

/** A row of 保証契約一覧 in words; `contractNumber` is null until the issuing job has assigned it. */
export type GuaranteeItem = {
  id: string;
  /** 保証種類, the product's full name. */
  product: string;
  electronic: boolean;
  issued: boolean;
  contractNumber: string | null;
  workName: string;
  obligeeTitle: string;
  contractYen: bigint;
  guaranteeYen: bigint;
  issuedAt: string | null;
  /** 保証期限, YYYY-MM-DD; null until there is a certificate. */
  expiresOn: string | null;
};
