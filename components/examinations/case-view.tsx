import type { ReactNode } from "react";
import { AttachmentList } from "#components/attachments/attachment-list.tsx";
import { EventTimeline } from "#components/audit/event-timeline.tsx";
import { CaseActionPanel } from "#components/examinations/case-actions.tsx";
import { CaseChecks } from "#components/examinations/case-checks.tsx";
import { CaseGuarantees } from "#components/examinations/case-guarantees.tsx";
import { Aside, Cols, SectionHead } from "#components/layout/page.tsx";
import { Conversation } from "#components/messages/conversation.tsx";
import { DecideReissue } from "#components/reissues/decide-reissue.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Facts } from "#components/ui/rows.tsx";
import { Money, Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { CaseModel } from "#lib/features/examinations/types.ts";

/** An application as the branch examines it: the evidence in the main part, the actions at the side. */
export function CaseView({
  model,
  children,
}: {
  model: CaseModel;
  /** The submitted answers. */
  children: ReactNode;
}) {
  const { guarantees, decision } = model;
  return (
    <Cols
      aside={
        <Aside label="この申込の手続" sticky>
          <CaseActionPanel {...model} />
        </Aside>
      }
    >
      <div>
        <Facts
          items={[
            { label: "商号", value: model.companyName },
            { label: "発注者", value: model.obligeeTitle },
            ...model.amounts.map(({ label, yen }) => ({ label, value: <Money yen={yen} /> })),
          ]}
        />
        {decision && (
          <Banner className="space-medium" tone="warn" title={decision.title} heading="h2">
            <Lines text={decision.reason} />
          </Banner>
        )}
        {guarantees.some(({ state }) => state === "failed") && (
          <Banner className="space-medium" tone="error" title="発行が途中で止まっています" heading="h2">
            <p>
              <TextLink href={paths.branchJobs()}>理由の確認と再実行</TextLink>へ進んでください。
            </p>
          </Banner>
        )}
        {guarantees.length > 0 && (
          <section className="block" aria-labelledby="h-guarantees">
            <SectionHead id="h-guarantees" title="保証契約" />
            <CaseGuarantees items={guarantees} />
            {guarantees.map(({ id, productName, contractNumber, reissue }) => (
              <DecideReissue
                key={id}
                applicationId={model.id}
                guaranteeId={id}
                productName={productName}
                contractNumber={contractNumber ?? ""}
                request={reissue}
              />
            ))}
          </section>
        )}
        <CaseChecks items={model.checks} />
        <section className="block" aria-labelledby="h-answers">
          <SectionHead
            id="h-answers"
            title="申込内容"
            side={
              <TextLink plain href={paths.applicationCopy(model.id)}>
                申込内容の控え（PDF）
              </TextLink>
            }
          />
          {children}
        </section>
        {model.attachments.length > 0 && (
          <section className="block" aria-labelledby="h-attachments">
            <SectionHead
              id="h-attachments"
              title="添付書類"
              side={<p className="secondary">{model.attachments.length}件</p>}
            />
            <AttachmentList items={model.attachments} scans />
          </section>
        )}
        <Conversation id={model.id} side="branch" conversation={model.conversation} writable />
        <section className="block" aria-labelledby="h-timeline">
          <SectionHead id="h-timeline" title="経過" />
          <EventTimeline items={model.timeline} />
        </section>
      </div>
    </Cols>
  );
}

/** Text with its line breaks. */
function Lines({ text }: { text: string }) {
  return (
    <p className="keep-lines">
      <Unbroken>{text}</Unbroken>
    </p>
  );
}
