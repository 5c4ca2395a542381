"use client";
import { NewPassword } from "#components/accounts/new-password.tsx";
import { FormErrors, mistakesOf, typedIn } from "#components/form/form-errors.tsx";
import { ImeSafeForm } from "#components/form/ime-safe-form.tsx";
import { EmailInput } from "#components/form/inputs.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import { requestResetAction, resetPasswordAction } from "#lib/features/accounts/actions.ts";

/** 「パスワードをお忘れの方」: asks for the mail with the link. */
export function ResetRequestForm() {
  const [result, action] = useAction(requestResetAction);
  return (
    <>
      <FormErrors result={result} ids={{ email: "email" }} />
      <ImeSafeForm className="card" action={action}>
        <div>
          <EmailInput
            name="email"
            label="メールアドレス"
            autoComplete="username"
            defaultValue={typedIn(result, "email")}
            error={mistakesOf(result).email}
          />
        </div>
        <div className="actions snug">
          <SubmitButton size="big" fill>
            再設定のメールを送る
          </SubmitButton>
        </div>
      </ImeSafeForm>
    </>
  );
}

/** The form for a new password, behind the mail's link; `email` tells a password manager whose it is. */
export function ResetForm({ email }: { email: string }) {
  const [result, action] = useAction(resetPasswordAction);
  return (
    <>
      <FormErrors result={result} ids={{ password: "password" }} />
      <ImeSafeForm className="card" action={action}>
        <div>
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <NewPassword id="password" label="新しいパスワード" error={mistakesOf(result).password} />
        </div>
        <div className="actions snug">
          <SubmitButton size="big" fill>
            パスワードを設定する
          </SubmitButton>
        </div>
      </ImeSafeForm>
    </>
  );
}
