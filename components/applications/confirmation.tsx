import { AnswerSections } from "#components/applications/answer-sections.tsx";
import { SubmitForm } from "#components/applications/submit-form.tsx";
import { Terms } from "#components/applications/terms.tsx";
import { SentAttachments } from "#components/attachments/sent-attachments.tsx";
import { ContactCards } from "#components/branches/contact-cards.tsx";
import { Aside, Cols } from "#components/layout/page.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Card } from "#components/ui/card.tsx";
import { Rows } from "#components/ui/rows.tsx";
import { Money } from "#components/ui/text.tsx";
import { paths } from "#lib/core/paths.ts";
import type { AttachmentItem } from "#lib/features/attachments/types.ts";
import type { BranchChoice } from "#lib/features/branches/types.ts";
import type { SummarySection } from "#lib/features/questions/types.ts";

type ConfirmationProps = {
  id: string;
  version: number;
  fingerprint: string;
  sections: readonly SummarySection[];
  /** Warnings about possible mistakes. */
  warnings: readonly string[];
  amounts: { advanceYen: bigint | null; performanceYen: bigint | null; interimYen: bigint | null };
  branch: BranchChoice;
  attachments: readonly AttachmentItem[];
};

/** The confirm page: every answer, the branch it goes to, and the terms that sending accepts. */
export function Confirmation({
  id,
  version,
  fingerprint,
  sections,
  warnings,
  amounts,
  branch,
  attachments,
}: ConfirmationProps) {
  const amount = (yen: bigint | null) => (yen === null ? null : <Money yen={yen} />);
  return (
    <Cols
      aside={
        <Aside label="送信の内容" sticky>
          <Card title="送信する内容">
            <Rows
              tight
              items={[
                { label: "送信先", value: branch.name },
                { label: "前払金保証金額", value: amount(amounts.advanceYen), empty: "申し込まない" },
                { label: "契約保証金額", value: amount(amounts.performanceYen), empty: "申し込まない" },
                ...(amounts.interimYen === null
                  ? []
                  : [{ label: "中間前払金保証金額", value: amount(amounts.interimYen) }]),
              ]}
            />
          </Card>
          <ContactCards branches={[branch]} />
        </Aside>
      }
    >
      <div>
        <p>内容を確認して、「申込を送信する」を押してください。まだ送信されていません。</p>
        {warnings.map((words) => (
          <Banner key={words} tone="warn" className="space-small">
            <p>{words}</p>
          </Banner>
        ))}
        <AnswerSections sections={sections} editId={id} />
        <SentAttachments items={attachments} editHref={paths.applicationAttachments(id)} />
        <Terms />
        <p className="space-large">
          送信先は{branch.name}
          です。送信すると、利用規約に同意したことになり、支店が差し戻すまで内容を変更できません。
        </p>
        <SubmitForm id={id} version={version} fingerprint={fingerprint} />
      </div>
    </Cols>
  );
}
