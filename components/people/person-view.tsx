"use client";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { ConfirmDialog } from "#components/form/confirm-dialog.tsx";
import { FormErrors, mistakesOf, typedIn } from "#components/form/form-errors.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import { RoleChoice } from "#components/people/role-choice.tsx";
import { Card } from "#components/ui/card.tsx";
import { Rows } from "#components/ui/rows.tsx";
import { changeRoleAction, disablePersonAction, enablePersonAction } from "#lib/features/people/actions.ts";
import type { PersonItem } from "#lib/features/people/types.ts";

/** One of the company's people: their role, and whether they may sign in. */
export function PersonView({ person }: { person: PersonItem }) {
  return (
    <div className="states">
      <Rows items={[{ label: "メールアドレス", value: person.email }]} />
      <div className="space-medium stack">
        <RoleForm person={person} />
        {!person.self && (person.disabled ? <Enable person={person} /> : <Disable person={person} />)}
      </div>
    </div>
  );
}

function RoleForm({ person }: { person: PersonItem }) {
  const [result, action] = useAction(changeRoleAction);
  return (
    <Card title="権限の変更">
      <FormErrors result={result} ids={{ role: "role" }} />
      {person.self && (
        <p className="before-form">ご自身の権限を変更すると、この画面を開けなくなることがあります。</p>
      )}
      <form action={action}>
        <input type="hidden" name="id" value={person.id} />
        <RoleChoice
          key={person.role}
          id="role"
          defaultValue={typedIn(result, "role") ?? person.role}
          error={mistakesOf(result).role}
        />
        <div className="actions snug">
          <SubmitButton>権限を変更する</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function Disable({ person }: { person: PersonItem }) {
  const [result, action] = useAction(disablePersonAction);
  return (
    <Card title="利用の停止">
      <p>停止すると、すぐに保証デスクを使えなくなります。申込と契約の記録は残り、あとで再開できます。</p>
      <ConfirmDialog
        action={action}
        button="利用を停止する"
        variant="line"
        title={`${person.name}さんの利用を停止しますか`}
        hidden={{ id: person.id }}
        error={result.status === "refused" ? result.message : undefined}
      >
        <p>開いている画面も、次の操作から使えなくなります。</p>
      </ConfirmDialog>
    </Card>
  );
}

function Enable({ person }: { person: PersonItem }) {
  const [result, action] = useAction(enablePersonAction);
  return (
    <Card title="利用の再開">
      <p>いまは停止しています。再開すると、同じメールアドレスとパスワードでログインできます。</p>
      <form action={action}>
        <input type="hidden" name="id" value={person.id} />
        <ActionBanner result={result} className="space-small" />
        <div className="actions snug">
          <SubmitButton variant="line">利用を再開する</SubmitButton>
        </div>
      </form>
    </Card>
  );
}
