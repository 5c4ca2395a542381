"use client";
import { useActionState } from "react";
import { ConfirmDialog } from "#components/form/confirm-dialog.tsx";
import { ImeSafeForm } from "#components/form/ime-safe-form.tsx";
import { TextInput } from "#components/form/inputs.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";

type Answer = { times: number; text: string; error?: string };

/** Answers after a moment, as a server would: refuses an empty text and counts what it accepted. */
async function answer(before: Answer, data: FormData): Promise<Answer> {
  await new Promise((done) => setTimeout(done, 300));
  const text = String(data.get("text") ?? "");
  if (text === "") return { ...before, error: "理由を入力してください。" };
  return { times: before.times + 1, text };
}

/** A form that shows how often it was submitted. */
export function SubmitSample() {
  const [{ times, text, error }, submit] = useActionState(answer, { times: 0, text: "" });
  return (
    <ImeSafeForm action={submit}>
      <TextInput name="text" id="submit-text" label="連絡先" defaultValue="工事部" error={error} />
      <div className="actions snug">
        <SubmitButton>連絡先を保存する</SubmitButton>
      </div>
      <p className="small secondary" data-testid="submit-times">
        保存 {times}回 {text}
      </p>
    </ImeSafeForm>
  );
}

/** A confirmation with a required reason. */
export function ConfirmSample() {
  const [{ times, text, error }, formAction] = useActionState(answer, { times: 0, text: "" });
  return (
    <>
      <ConfirmDialog
        action={formAction}
        button="差戻す"
        variant="line"
        title="この申込を差し戻しますか"
        reason={{ name: "text", label: "差戻しの理由", required: true, error }}
      >
        <p>〇〇建設 株式会社 様へ理由を通知します。</p>
      </ConfirmDialog>
      <p className="small secondary" data-testid="confirm-times">
        差戻し {times}回 {text}
      </p>
    </>
  );
}
