import { AnswerSections } from "#components/applications/answer-sections.tsx";
import { Withdraw } from "#components/applications/withdraw.tsx";
import { SentAttachments } from "#components/attachments/sent-attachments.tsx";
import { EventTimeline } from "#components/audit/event-timeline.tsx";
import { ContactCards } from "#components/branches/contact-cards.tsx";
import { DuplicateApplication } from "#components/drafts/draft-actions.tsx";
import { Aside, Cols, SectionHead } from "#components/layout/page.tsx";
import { Conversation } from "#components/messages/conversation.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Code } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { ApplicationItem } from "#lib/features/applications/types.ts";
import type { AttachmentItem } from "#lib/features/attachments/types.ts";
import type { TimelineLine } from "#lib/features/audit/types.ts";
import type { BranchChoice } from "#lib/features/branches/types.ts";
import type { GuaranteeItem } from "#lib/features/guarantees/types.ts";
import type { Conversation as ConversationModel } from "#lib/features/messages/types.ts";
import type { SummarySection } from "#lib/features/questions/types.ts";

type ApplicationViewProps = {
  item: ApplicationItem;
  submittedAt: string;
  sections: readonly SummarySection[];
  branch: BranchChoice | undefined;
  timeline: readonly TimelineLine[];
  receiptNumber: string;
  version: number;
  /** The branch has not begun to examine. */
  withdrawable: boolean;
  conversation: ConversationModel;
  /** Whether the person may write. */
  writable: boolean;
  guarantees: readonly GuaranteeItem[];
  attachments: readonly AttachmentItem[];
};

/** An application after sending: its status, its timeline and its answers. */
export function ApplicationView(props: ApplicationViewProps) {
  const { item, submittedAt, sections, branch, timeline, guarantees, attachments } = props;
  return (
    <Cols
      aside={
        <Aside label="経過と問い合わせ">
          <Card title="経過">
            <EventTimeline small items={timeline} />
          </Card>
          <Withdraw
            id={item.id}
            version={props.version}
            receiptNumber={props.receiptNumber}
            workName={item.workName}
            allowed={props.withdrawable}
          />
          <ContactCards branches={branch ? [branch] : []} hint="お電話の際は、受付番号をお知らせください。" />
        </Aside>
      }
      after={
        <section className="block" aria-labelledby="h-answers">
          <SectionHead
            id="h-answers"
            title="送信した内容"
            side={
              <TextLink plain href={paths.applicationCopy(item.id)}>
                申込内容の控え（PDF）
              </TextLink>
            }
          />
          <p className="secondary">
            <span className="digits">{submittedAt}</span> に{branch?.name ?? "支店"}へ送信しました。
          </p>
          <AnswerSections sections={sections} heading="h3" />
          <SentAttachments items={attachments} heading="h3" />
          <div className="actions">
            <DuplicateApplication id={item.id} />
          </div>
        </section>
      }
    >
      <div>
        {item.returnedFor !== null && (
          <Banner tone="warn" title="支店から差し戻されました" heading="h2">
            <p className="keep-lines">{item.returnedFor}</p>
            {props.writable && (
              <div className="actions">
                <ButtonLink href={paths.applicationTab(item.id, "works")}>修正する</ButtonLink>
              </div>
            )}
          </Banner>
        )}
        {item.refusedFor !== null && (
          <Banner tone="error" title="支店が謝絶しました" heading="h2">
            <p className="keep-lines">{item.refusedFor}</p>
          </Banner>
        )}
        {item.withdrawn && (
          <Banner title="この申込を取り下げました" heading="h2">
            <p>支店は審査しません。あらためて申し込むときは、新しい申込を作成してください。</p>
          </Banner>
        )}
        {guarantees.length > 0 && <Guarantees guarantees={guarantees} />}
        <Conversation
          id={item.id}
          side="contractor"
          conversation={props.conversation}
          writable={props.writable}
        />
      </div>
    </Cols>
  );
}

function Guarantees({ guarantees }: { guarantees: readonly GuaranteeItem[] }) {
  return (
    <section className="block" aria-labelledby="h-guarantees">
      <h2 id="h-guarantees">保証契約</h2>
      <ul className="tasks">
        {guarantees.map(({ id, product, contractNumber, issued, electronic }) => (
          <li key={id}>
            <div>
              <h3 id={`g-${id}`}>{product}</h3>
              {issued && contractNumber ? (
                <p className="secondary">
                  <Code>{contractNumber}</Code>　{electronic ? "電子保証" : "証書（紙）"}
                </p>
              ) : (
                <p className="secondary">発行の処理をしています。</p>
              )}
            </div>
            {issued && (
              <ButtonLink variant="line" href={paths.guarantee(id)} aria-describedby={`g-${id}`}>
                {electronic ? "認証キーを見る" : "詳細"}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
