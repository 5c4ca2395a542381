"use client";
import { useDraftField } from "#components/applications/draft-context.tsx";
import { BankInput } from "#components/banks/bank-input.tsx";

/** 「預託金融機関」: text with suggestions of banks and branches. */
export function DraftBank() {
  return (
    <BankInput
      {...useDraftField("advanceBank")}
      required
      width="w24"
      help="前払金を受け取る銀行と支店の名前を入力してください。漢字、かな、ローマ字、金融機関コードで候補を探せます。"
    />
  );
}
