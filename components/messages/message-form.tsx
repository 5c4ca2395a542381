"use client";
import { FormErrors } from "#components/form/form-errors.tsx";
import { ImeSafeForm } from "#components/form/ime-safe-form.tsx";
import { KeptTextArea } from "#components/form/kept-text-area.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import { Banner } from "#components/ui/banner.tsx";
import { writeToBranchAction, writeToContractorAction } from "#lib/features/messages/actions.ts";
import { MESSAGE_LABELS, type MessageSide } from "#lib/features/messages/constants.ts";

type MessageFormProps = {
  /** The application's id. */
  id: string;
  side: MessageSide;
  /** The writer's number for the next message, so that pressing twice sends one. */
  next: number;
};

const texts = {
  contractor: {
    action: writeToBranchAction,
    button: "連絡を送信する",
    help: "支店の担当者に電子メールで知らせます。認証キーは書かないでください。",
    done: "支店へ連絡を送信しました。",
  },
  branch: {
    action: writeToContractorAction,
    button: "お知らせを送信する",
    help: "お客様の「お知らせ」に表示し、電子メールで知らせます。内容はメールに記載しません。",
    done: "お客様へお知らせを送信しました。",
  },
} as const;

/** The form for one message. The typed text stays until it was sent. */
export function MessageForm({ id, side, next }: MessageFormProps) {
  const { action, button, help, done } = texts[side];
  const [result, write] = useAction(action);
  const values = "values" in result ? result.values : undefined;
  // A new form for each message: after sending, the next one begins empty, and redrawing the page around it changes
  // nothing.
  const sent = result.status === "done" ? result.value.number : 0;
  return (
    <ImeSafeForm action={write} className="space-medium">
      <FormErrors result={result} ids={{ body: "body" }} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="number" value={next} />
      <KeptTextArea
        key={sent}
        name="body"
        label={MESSAGE_LABELS[side]}
        help={help}
        rows={4}
        defaultValue={values?.body}
        error={result.status === "invalid" ? result.fields.body : undefined}
      />
      {result.status === "done" && (
        <Banner tone="ok" plain role="status" className="space-small" title={done} />
      )}
      <div className="actions snug">
        <SubmitButton variant="line">{button}</SubmitButton>
      </div>
    </ImeSafeForm>
  );
}
