"use client";
import { FormErrors, mistakesOf, typedIn } from "#components/form/form-errors.tsx";
import { ImeSafeForm } from "#components/form/ime-safe-form.tsx";
import { EmailInput } from "#components/form/inputs.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import { RoleChoice } from "#components/people/role-choice.tsx";
import { inviteAction } from "#lib/features/people/actions.ts";

/** 「利用者を招待する」 */
export function InviteForm() {
  const [result, action] = useAction(inviteAction);
  const mistakes = mistakesOf(result);
  return (
    <ImeSafeForm action={action}>
      <FormErrors result={result} ids={{ email: "invite-email", role: "invite-role" }} />
      <EmailInput
        name="email"
        id="invite-email"
        label="招待する方のメールアドレス"
        autoComplete="off"
        width="width-24"
        help="このアドレスに、登録用のリンクを送ります。期限は72時間です。"
        defaultValue={typedIn(result, "email")}
        error={mistakes.email}
      />
      <RoleChoice
        id="invite-role"
        defaultValue={typedIn(result, "role") ?? "applicant"}
        error={mistakes.role}
      />
      <div className="actions">
        <SubmitButton>招待メールを送る</SubmitButton>
      </div>
    </ImeSafeForm>
  );
}
