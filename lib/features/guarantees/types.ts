import type { CertificateForm, Product } from "#lib/core/generated/prisma/enums.ts";
import type { GUARANTEE_SORTS, GUARANTEE_STATES, KEY_STATE_NAMES } from "./constants.ts";

/** What 保証契約一覧 is asked for, as in its URL; undefined: not said. */
export type GuaranteeListQuery = {
  q?: string | undefined;
  obligee?: string | undefined;
  product?: Product | undefined;
  form?: CertificateForm | undefined;
  state?: keyof typeof GUARANTEE_STATES | undefined;
  sort?: keyof typeof GUARANTEE_SORTS | undefined;
};

/**
 * How far the newest key of a guarantee is: not handed over from the portal yet, handed over, the mail with it failed,
 * looked at by the obligee. An older key counts for nothing.
 */
export type KeyState = keyof typeof KEY_STATE_NAMES;

/** When officials of the obligee looked, newest first. */
export type Lookups = {
  /** With the key of now. */
  verifiedAt: string[];
  /** With the keys before it. */
  verifiedBefore: string[];
};

/** A row of 保証契約一覧 in words; `contractNumber` is null until the issuing job gave it. */
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
