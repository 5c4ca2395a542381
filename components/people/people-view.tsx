import { InvitationButtons } from "#components/people/invitation-buttons.tsx";
import { InviteForm } from "#components/people/invite-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { paths } from "#lib/core/paths.ts";
import type { InvitationItem, PersonItem } from "#lib/features/people/types.ts";

const people: Column<PersonItem>[] = [
  {
    label: "お名前・メールアドレス",
    header: true,
    cell: ({ name, email, self }) => (
      <>
        <b>{name}</b>
        {self && <span className="beside-heading">あなた</span>}
        <span className="second-line">{email}</span>
      </>
    ),
  },
  { label: "権限", cell: ({ roleName }) => roleName },
  {
    label: "状態",
    cell: ({ disabled }) => <Chip tone={disabled ? "plain" : "ok"}>{disabled ? "停止中" : "利用中"}</Chip>,
  },
  {
    label: "変更",
    fold: "",
    cell: ({ id, name }) => (
      <TextLink href={paths.person(id)}>
        変更する<VisuallyHidden>：{name}</VisuallyHidden>
      </TextLink>
    ),
  },
];

const invitations: Column<InvitationItem>[] = [
  {
    label: "メールアドレス",
    header: true,
    cell: ({ email, invitedBy }) => (
      <>
        <b>{email}</b>
        <span className="second-line">{invitedBy}さんが招待</span>
      </>
    ),
  },
  { label: "権限", cell: ({ roleName }) => roleName },
  {
    label: "状態",
    cell: ({ state, until }) => (
      <>
        <Chip tone={state.tone}>{state.label}</Chip>
        <span className="second-line digits">{until}</span>
      </>
    ),
  },
  { label: "操作", fold: "", cell: ({ id, email }) => <InvitationButtons id={id} email={email} /> },
];

type PeopleViewProps = { people: readonly PersonItem[]; invitations: readonly InvitationItem[] };

/** 「利用者の管理」: the company's people, its invitations, and the form to invite. */
export function PeopleView(view: PeopleViewProps) {
  return (
    <>
      <Table id="person" columns={people} rows={view.people} rowKey={({ id }) => id} label="利用者" />
      {view.invitations.length > 0 && (
        <section className="block" aria-labelledby="h-invited">
          <h2 id="h-invited">招待中の方</h2>
          <p className="secondary small">
            登録が済むと、利用者の一覧に移ります。「届いていません」のときは、取り消して、正しいメールアドレスで招待してください。
          </p>
          <div className="space-small">
            <Table
              id="invitation"
              columns={invitations}
              rows={view.invitations}
              rowKey={({ id }) => id}
              label="招待中の方"
            />
          </div>
        </section>
      )}
      <section className="block" aria-labelledby="h-invite">
        <h2 id="h-invite">利用者を招待する</h2>
        <div className="states space-small">
          <Card>
            <InviteForm />
          </Card>
        </div>
      </section>
    </>
  );
}
