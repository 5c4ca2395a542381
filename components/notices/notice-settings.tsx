"use client";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { Checkbox } from "#components/form/choices.tsx";
import { FieldHelp } from "#components/form/field.tsx";
import { ImeSafeForm } from "#components/form/ime-safe-form.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import { Banner } from "#components/ui/banner.tsx";
import { saveSettingsAction } from "#lib/features/notices/actions.ts";
import type { NoticeChoice } from "#lib/features/notices/types.ts";

/** Which kinds of notices the person wants by mail; the list shows all of them anyway. */
export function NoticeSettings({ choices, email }: { choices: readonly NoticeChoice[]; email: string }) {
  const [result, save] = useAction(saveSettingsAction);
  return (
    <ImeSafeForm action={save} className="space-medium">
      <fieldset className="field">
        <legend>電子メールで受け取るお知らせ</legend>
        <FieldHelp id="kinds">
          {email} へお送りします。どのお知らせも「お知らせの一覧」には表示します。
        </FieldHelp>
        {choices.map(({ kind, label, help, byMail }) => (
          <div key={`${kind} ${byMail}`}>
            <Checkbox name={kind} label={label} defaultChecked={byMail} aria-describedby={`${kind}-h`} />
            <p className="help under-box" id={`${kind}-h`}>
              {help}
            </p>
          </div>
        ))}
      </fieldset>
      <ActionBanner result={result} className="space-small" />
      {result.status === "done" && (
        <Banner tone="ok" plain role="status" className="space-small" title="設定を保存しました。" />
      )}
      <div className="actions snug">
        <SubmitButton>設定を保存する</SubmitButton>
      </div>
    </ImeSafeForm>
  );
}
