import { unnamed } from "#components/applications/application-list.tsx";
import { ContactCards } from "#components/branches/contact-cards.tsx";
import { AccountCard } from "#components/desk/account-card.tsx";
import { HandedIn } from "#components/desk/handed-in.tsx";
import { RecentApplications } from "#components/desk/recent-applications.tsx";
import { Aside, Cols } from "#components/layout/page.tsx";
import { NoticeCard } from "#components/notices/notice-card.tsx";
import { Blank } from "#components/ui/blank.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Chip, type ChipTone } from "#components/ui/chip.tsx";
import { EntryCards } from "#components/ui/entry-card.tsx";
import { Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { CONVERSATION_ANCHOR, paths } from "#lib/core/paths.ts";
import type { ApplicationItem } from "#lib/features/applications/types.ts";
import type { BranchChoice } from "#lib/features/branches/types.ts";
import { KEY_STATE_NAMES } from "#lib/features/guarantees/constants.ts";
import type { GuaranteeItem } from "#lib/features/guarantees/types.ts";
import type { UnreadConversation } from "#lib/features/messages/types.ts";
import type { NoticeItem } from "#lib/features/notices/types.ts";
import type { CompanyRole } from "#lib/features/people/constants.ts";

type DeskViewProps = {
  drafts: readonly ApplicationItem[];
  returned: readonly ApplicationItem[];
  /** Electronic guarantees whose key still has to be handed in; `failed`: the mail that did so failed. */
  toHandIn: readonly (GuaranteeItem & { failed: boolean })[];
  /** Guarantees whose key was handed in but that the obligee has not looked up yet. */
  handedIn: readonly GuaranteeItem[];
  recent: readonly ApplicationItem[];
  /** How many, in words. */
  guarantees: string;
  branches: readonly BranchChoice[];
  /** Applications about which the branch has written something unread. */
  conversations: readonly UnreadConversation[];
  notices: readonly NoticeItem[];
  unreadNotices: number;
  /** The role of the person who is signed in. */
  companyRole: CompanyRole;
};

/** 全体トップ: two entry cards, the next tasks with their works, and the latest applications. */
export function DeskView(props: DeskViewProps) {
  const { drafts, returned, toHandIn, handedIn, conversations, recent, guarantees, branches, companyRole } =
    props;
  const readOnly = companyRole === "viewer";
  // What this person may not do is not a task here.
  const tasks = readOnly
    ? []
    : [
        ...returned.map(taskOfReturned),
        ...conversations.map(taskOfConversation),
        ...toHandIn.map(taskOfKey),
        ...drafts.map(taskOfDraft),
      ];
  const begin = readOnly ? "申込の一覧を見る" : "新しい申込を作成";
  return (
    <>
      <EntryCards
        items={[
          {
            picture: "paper",
            name: "保証申込",
            href: paths.applications(),
            text: readOnly
              ? "前払金保証・契約保証の申込の内容と状況を確認します。"
              : "前払金保証・契約保証の申込を作成し、支店へ送信します。",
            more: drafts.length > 0 ? `下書き ${drafts.length}件` : begin,
            first: true,
          },
          {
            picture: "list",
            name: "保証契約一覧",
            href: paths.guarantees(),
            text: "契約の内容と、電子保証の認証キーを確認します。",
            more: `契約 ${guarantees}`,
          },
        ]}
      />
      <Cols
        block
        aside={
          <Aside label="お知らせ、会社情報と問い合わせ">
            <NoticeCard items={props.notices} unread={props.unreadNotices} />
            <Card title="会社情報">
              <p className="small">
                担当者や預託金融機関など、いつも同じ内容を保存しておくと、新しい申込に入力されます。
              </p>
              <p className="small">
                <TextLink href={paths.company()}>
                  {readOnly ? "会社情報を見る" : "会社情報を見る・直す"}
                </TextLink>
              </p>
            </Card>
            <AccountCard manager={companyRole === "manager"} />
            <ContactCards branches={branches} />
          </Aside>
        }
      >
        <div>
          <Tasks tasks={tasks} readOnly={readOnly} />
          <HandedIn items={handedIn} />
          <RecentApplications items={recent} />
        </div>
      </Cols>
    </>
  );
}

type Task = {
  key: string;
  chip: { label: string; tone: ChipTone };
  workName: string;
  obligeeTitle: string;
  text: string;
  action: { label: string; href: string };
};

const taskOfReturned = (item: ApplicationItem): Task => ({
  key: item.id,
  chip: item.status,
  workName: item.workName,
  obligeeTitle: item.obligeeTitle,
  text: item.returnedFor ?? "",
  action: { label: "修正する", href: paths.applicationTab(item.id, "works") },
});

const taskOfConversation = (conversation: UnreadConversation): Task => ({
  key: `conversation-${conversation.applicationId}`,
  chip: { label: "未読の連絡", tone: "turn" },
  workName: conversation.workName,
  obligeeTitle: conversation.about,
  text: "支店から連絡があります。",
  action: {
    label: "連絡を読む",
    href: `${paths.application(conversation.applicationId)}#${CONVERSATION_ANCHOR}`,
  },
});

const taskOfKey = (item: GuaranteeItem & { failed: boolean }): Task => ({
  key: item.id,
  chip: item.failed ? { label: KEY_STATE_NAMES.failed, tone: "stop" } : { label: "発行済", tone: "ok" },
  workName: item.workName,
  obligeeTitle: `${item.obligeeTitle}　${item.product}`,
  text: item.failed
    ? "提出のメールが発注者に届いていません。宛先を確認して、もう一度提出してください。"
    : "電子保証を発行しました。認証キーを発注者に提出してください。",
  action: { label: "認証キーを見る", href: paths.guarantee(item.id) },
});

const taskOfDraft = (item: ApplicationItem): Task => ({
  key: item.id,
  chip: item.status,
  workName: item.workName || unnamed,
  obligeeTitle: item.obligeeTitle,
  text: `${item.savedAt} に保存しました。送信していません。`,
  action: { label: "続きを入力する", href: paths.applicationTab(item.id, "works") },
});

function Tasks({ tasks, readOnly }: { tasks: readonly Task[]; readOnly: boolean }) {
  return (
    <section className="block" aria-labelledby="h-todo">
      <h2 id="h-todo">
        対応が必要な手続{tasks.length > 0 && <span className="count">{tasks.length}件</span>}
      </h2>
      {tasks.length === 0 ? (
        <Blank title={readOnly ? "手続は表示していません" : "対応が必要な手続はありません"}>
          {readOnly
            ? "閲覧のみの権限の方には表示しません。手続は、会社の管理者か申込担当の方が行います。"
            : "差戻しや発行があると、ここに表示されます。"}
        </Blank>
      ) : (
        <ul className="tasks">
          {tasks.map(({ key, chip, workName, obligeeTitle, text, action }) => (
            <li key={key}>
              <div>
                <Chip tone={chip.tone}>{chip.label}</Chip>
                <h3>
                  <Unbroken>{workName}</Unbroken>
                  {obligeeTitle && <span className="beside-heading">{obligeeTitle}</span>}
                </h3>
                <p className="secondary keep-lines">{text}</p>
              </div>
              <ButtonLink variant="line" href={action.href}>
                {action.label}
                <VisuallyHidden>：{workName}</VisuallyHidden>
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
