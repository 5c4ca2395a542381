import { Checkbox } from "#components/form/choices.tsx";
import type { FieldText } from "#components/form/field.tsx";
import { KeptTextArea } from "#components/form/kept-text-area.tsx";

export type ConfirmReason = Pick<FieldText, "label" | "required" | "optional" | "help" | "error"> & {
  name: string;
  defaultValue?: string | undefined;
};

export type ConfirmCheck = { label: string; name: string; error?: string | undefined };

/** The typed text, carried between the page and the dialog. */
export type ConfirmDraft = { reason: string; checked: boolean };

type ConfirmFieldsProps = {
  id: string;
  reason: ConfirmReason | undefined;
  check: ConfirmCheck | undefined;
  draft: ConfirmDraft;
};

/** The reason and the box of a confirmation, on the page or in the dialog. */
export function ConfirmFields({ id, reason, check, draft }: ConfirmFieldsProps) {
  return (
    <>
      {reason && <KeptTextArea {...reason} id={`${id}-r`} defaultValue={draft.reason} />}
      {check && <Checkbox {...check} id={`${id}-c`} defaultChecked={draft.checked} />}
    </>
  );
}
