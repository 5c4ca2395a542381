"use client";
import { NewPassword } from "#components/accounts/new-password.tsx";
import { FormErrors, mistakesOf, typedIn } from "#components/form/form-errors.tsx";
import { ImeSafeForm } from "#components/form/ime-safe-form.tsx";
import { TextInput } from "#components/form/inputs.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import { acceptInvitationAction } from "#lib/features/people/actions.ts";

/** Name and password of somebody who was invited. Only posting the form uses the invitation up. */
export function AcceptForm({ email }: { email: string }) {
  const [result, action] = useAction(acceptInvitationAction);
  const mistakes = mistakesOf(result);
  return (
    <>
      <FormErrors result={result} ids={{ name: "name", password: "password" }} />
      <ImeSafeForm className="card" action={action}>
        <div>
          <TextInput
            name="name"
            label="お名前"
            autoComplete="name"
            defaultValue={typedIn(result, "name")}
            error={mistakes.name}
          />
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <NewPassword id="password" error={mistakes.password} />
        </div>
        <div className="actions snug">
          <SubmitButton size="big" fill>
            登録する
          </SubmitButton>
        </div>
      </ImeSafeForm>
    </>
  );
}
