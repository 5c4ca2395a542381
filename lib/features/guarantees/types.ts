/** A row of 保証契約一覧 in words; `contractNumber` is null until the issuing job gave it. */
export type ContractItem = {
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
};
