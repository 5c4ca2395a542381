"use client";
import { NewPassword } from "#components/accounts/new-password.tsx";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { FormErrors, mistakesOf } from "#components/form/form-errors.tsx";
import { ImeSafeForm } from "#components/form/ime-safe-form.tsx";
import { PasswordInput } from "#components/form/password-input.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import { Card } from "#components/ui/card.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Rows } from "#components/ui/rows.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { changePasswordAction, endOthersAction, endSessionAction } from "#lib/features/accounts/actions.ts";
import type { SessionItem } from "#lib/features/accounts/types.ts";

type AccountViewProps = {
  name: string;
  email: string;
  companyName: string;
  roleName: string;
  sessions: readonly SessionItem[];
};

/** 「アカウント」: who is signed in, on which devices, and the password. */
export function AccountView({ name, email, companyName, roleName, sessions }: AccountViewProps) {
  return (
    <>
      <Rows
        items={[
          { label: "お名前", value: name },
          { label: "メールアドレス", value: email },
          { label: "会社", value: companyName },
          { label: "権限", value: roleName },
        ]}
      />
      <section className="block" aria-labelledby="h-devices">
        <h2 id="h-devices">ログインしている端末</h2>
        <p className="secondary">
          見覚えのない端末があるときは、サインアウトさせて、パスワードを変更してください。
        </p>
        <div className="space-small">
          <Table id="device" columns={devices} rows={sessions} rowKey={({ id }) => id} label="端末" />
        </div>
        {sessions.length > 1 && <EndOthers />}
      </section>
      <section className="block" aria-labelledby="h-password">
        <h2 id="h-password">パスワードの変更</h2>
        <p className="secondary">
          変更すると、ほかの端末はすべてサインアウトし、お知らせのメールが届きます。
        </p>
        <div className="states space-small">
          <Card>
            <PasswordForm email={email} />
          </Card>
        </div>
      </section>
    </>
  );
}

const devices: Column<SessionItem>[] = [
  {
    label: "端末",
    header: true,
    cell: ({ device, own }) => (
      <>
        <b className="before-chip">{device}</b>
        {own && <Chip tone="go">この端末</Chip>}
      </>
    ),
  },
  { label: "接続元", cell: ({ address }) => <span className="code">{address}</span> },
  { label: "ログイン", num: true, cell: ({ openedAt }) => openedAt },
  { label: "最後の利用", num: true, cell: ({ usedAt }) => usedAt },
  { label: "操作", fold: "", cell: (session) => (session.own ? null : <EndSession session={session} />) },
];

function EndSession({ session: { id, device, usedAt } }: { session: SessionItem }) {
  const [result, action] = useAction(endSessionAction);
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="text">
        サインアウトさせる
        <VisuallyHidden>
          ：{device} {usedAt}
        </VisuallyHidden>
      </SubmitButton>
      <ActionBanner result={result} className="space-small" />
    </form>
  );
}

function EndOthers() {
  const [result, action] = useAction(endOthersAction);
  return (
    <form action={action}>
      <ActionBanner result={result} className="space-small" />
      <div className="actions snug">
        <SubmitButton variant="line">ほかの端末をすべてサインアウトさせる</SubmitButton>
      </div>
    </form>
  );
}

function PasswordForm({ email }: { email: string }) {
  const [result, action] = useAction(changePasswordAction);
  const mistakes = mistakesOf(result);
  return (
    <ImeSafeForm action={action}>
      <FormErrors result={result} ids={{ current: "current", password: "password" }} />
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordInput name="current" label="現在のパスワード" width="width-24" error={mistakes.current} />
      <NewPassword id="password" label="新しいパスワード" error={mistakes.password} />
      <div className="actions snug">
        <SubmitButton>パスワードを変更する</SubmitButton>
      </div>
    </ImeSafeForm>
  );
}
