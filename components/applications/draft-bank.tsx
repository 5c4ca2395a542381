"use client";
import { useDraftField } from "#components/applications/draft-context.tsx";
import { BankInput } from "#components/banks/bank-input.tsx";

/** A bank and its branch: text with suggestions. */
export function DraftBank({ name, help }: { name: "advanceBank" | "interimBank"; help: string }) {
  return (
    <BankInput
      {...useDraftField(name)}
      required
      width="w24"
      help={`${help}漢字、かな、ローマ字、金融機関コードで候補を探せます。`}
    />
  );
}
