"use client";
import { BankInput } from "#components/banks/bank-input.tsx";
import { useDraftField, useDraftForm, useRequired } from "#components/drafts/draft-context.tsx";
import { Unprintable } from "#components/drafts/draft-fields.tsx";
import { useHelp } from "#components/drafts/field-help.tsx";

/** A bank and its branch: text with suggestions. */
export function DraftBank({ name, help }: { name: "advanceBank" | "interimBank"; help: string }) {
  const field = useDraftField(name);
  const { warnings } = useDraftForm();
  return (
    <BankInput
      {...field}
      {...useRequired(name)}
      after={<Unprintable warning={field.error ? undefined : warnings[name]} />}
      width="width-24"
      help={useHelp(name, `${help}漢字、かな、ローマ字、金融機関コードで候補を探せます。`)}
    />
  );
}
