"use client";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { FormTitle } from "#components/form/form-title.tsx";
import { ImeSafeForm } from "#components/form/ime-safe-form.tsx";
import { EmailInput } from "#components/form/inputs.tsx";
import { PasswordInput } from "#components/form/password-input.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import { loginAction } from "#lib/features/accounts/actions.ts";

/**
 * The sign-in form; `next` is the page that required it. The typed address stays after a failure, with and without
 * script.
 */
export function LoginForm({ next }: { next: string | undefined }) {
  const [result, action] = useAction(loginAction);
  const typed = "values" in result ? result.values?.email : undefined;
  return (
    <>
      <FormTitle errors={result.status === "refused"} />
      <ActionBanner result={result} className="errors" />
      <ImeSafeForm className="card" action={action}>
        {/* In an element of their own, because React puts hidden fields first in the form. */}
        <div>
          <EmailInput name="email" label="メールアドレス" autoComplete="username" defaultValue={typed} />
          <PasswordInput name="password" label="パスワード" />
        </div>
        {next !== undefined && <input type="hidden" name="next" value={next} />}
        <div className="actions snug">
          <SubmitButton size="big" fill>
            ログイン
          </SubmitButton>
        </div>
      </ImeSafeForm>
    </>
  );
}
