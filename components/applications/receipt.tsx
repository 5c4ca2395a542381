import { applicationStages } from "#components/applications/application-stages.ts";
import { ContactCards } from "#components/branches/contact-cards.tsx";
import { Aside, Cols } from "#components/layout/page.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Stages } from "#components/ui/stages.tsx";
import { DateText } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import type { ApplicationStatus } from "#lib/core/generated/prisma/enums.ts";
import { paths } from "#lib/core/paths.ts";
import type { ApplicationItem } from "#lib/features/applications/types.ts";
import type { BranchChoice } from "#lib/features/branches/types.ts";

type ReceiptProps = {
  receiptNumber: string;
  submittedAt: string;
  /**
   * The day (YYYY-MM-DD) on which the branch will read it, when it arrived outside the hours of reception; else null.
   */
  examinedOn: string | null;
  item: ApplicationItem;
  status: ApplicationStatus;
  /** Whether 電子保証 was applied for. */
  electronic: boolean;
  /** The address for the mail about the issue; null when none was asked for. */
  noticeEmail: string | null;
  branch: BranchChoice | undefined;
};

/** 「送信完了」: the receipt number, and what happens next. */
export function Receipt({ receiptNumber, submittedAt, item, branch, ...flow }: ReceiptProps) {
  const office = branch?.name ?? "支店";
  return (
    <>
      <div className="lead-stages">
        <Stages label="申込の手順" items={applicationStages} current={2} />
      </div>
      <Cols
        aside={
          <Aside label="問い合わせ">
            <ContactCards
              branches={branch ? [branch] : []}
              hint="お電話の際は、受付番号をお知らせください。"
            />
          </Aside>
        }
      >
        <div>
          <section className="receipt" aria-labelledby="h-sent">
            <h1 id="h-sent">
              <Icon name="done" size={32} />
              送信完了
            </h1>
            <p>申込を{office}へ送信しました。</p>
            <dl>
              <dt>受付番号</dt>
              <dd className="code">{receiptNumber}</dd>
            </dl>
            <dl className="two-columns">
              <div>
                <dt>送信日時</dt>
                <dd className="digits">{submittedAt}</dd>
              </div>
              <div>
                <dt>工事名</dt>
                <dd>{item.workName}</dd>
              </div>
            </dl>
          </section>
          <div className="actions snug">
            <ButtonLink variant="line" href={paths.applicationCopy(item.id)} plain>
              <Icon name="save" size={20} />
              申込内容の控え（PDF）
            </ButtonLink>
            <TextLink href={paths.application(item.id)}>申込の状況を見る</TextLink>
          </div>
          {flow.status === "submitted" ? (
            <Flow submittedAt={submittedAt} {...flow} />
          ) : (
            <Now item={item} office={office} {...flow} />
          )}
        </div>
      </Cols>
    </>
  );
}

/** Its progress since; 「申込の状況を見る」 is above. */
function wordsOf(status: ApplicationStatus, office: string): string {
  if (status === "examining") return `${office}が審査しています。`;
  if (status === "returned")
    return `${office}から差し戻されました。申込の状況で理由を確認して、修正してください。`;
  if (status === "refused") return `${office}が謝絶しました。申込の状況で理由を確認してください。`;
  if (status === "withdrawn") return "この申込は取り下げました。";
  return `${office}が承認しました。発行をお待ちください。`;
}

/** 手続状況, once the examination has begun. */
function Now({
  item,
  office,
  status,
  electronic,
}: Pick<ReceiptProps, "item" | "status" | "electronic"> & { office: string }) {
  return (
    <section className="block" aria-labelledby="h-now">
      <h2 id="h-now">現在の手続状況</h2>
      <p>
        <Chip tone={item.status.tone}>{item.status.label}</Chip>
      </p>
      {status !== "issued" ? (
        <p className="space-small">{wordsOf(status, office)}</p>
      ) : electronic ? (
        <p className="space-small">
          電子保証を発行しました。認証キーを発注者に提出してください。
          <TextLink href={paths.guarantees({}, true)}>認証キーを見る</TextLink>
        </p>
      ) : (
        <p className="space-small">
          保証証書を発行しました。
          <TextLink href={paths.guarantees()}>保証契約を見る</TextLink>
        </p>
      )}
    </section>
  );
}

/** What happens next, until the examination begins. */
function Flow({
  submittedAt,
  examinedOn,
  noticeEmail,
}: Pick<ReceiptProps, "submittedAt" | "examinedOn" | "noticeEmail">) {
  return (
    <section className="block" aria-labelledby="h-next">
      <h2 id="h-next">これからの流れ</h2>
      <Timeline
        items={[
          { key: "sent", title: "送信", when: submittedAt, done: true },
          {
            key: "examine",
            title: "支店が内容を確認します",
            children: (
              <>
                {examinedOn !== null && (
                  <p>
                    受付時間の外に届いたため、確認は営業日の
                    <DateText iso={examinedOn} />
                    からです。
                  </p>
                )}
                <p>
                  確認や修正が必要なときは、全体トップの「対応が必要な手続」と電子メールでお知らせします。審査が始まるまでは、申込を取り下げることができます。
                </p>
              </>
            ),
          },
          { key: "issue", title: "保証証書を発行します", children: <IssueMail email={noticeEmail} /> },
          {
            key: "submit",
            title: "認証キーを発注者に提出してください（電子保証の場合）",
            children: (
              <p>
                「保証契約一覧」の「電子保証（認証キー）」で、認証キーのお知らせ（PDF）を印刷または保存できます。
              </p>
            ),
          },
        ]}
      />
    </section>
  );
}

function IssueMail({ email }: { email: string | null }) {
  if (email === null)
    return <p>発行が完了すると、「保証契約一覧」に表示します。電子メールはお送りしません。</p>;
  return (
    <p>
      電子保証の発行が完了すると、<span className="nowrap">{email}</span> へ電子メールでお知らせします。
    </p>
  );
}
