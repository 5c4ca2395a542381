import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AnswerSections } from "#components/applications/answer-sections.tsx";
import { CaseView } from "#components/examinations/case-view.tsx";

import { PageTitle } from "#components/layout/page.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Code } from "#components/ui/text.tsx";
import { requireBranch } from "#lib/auth/gates.ts";
import { isId } from "#lib/core/ids.ts";
import { paths } from "#lib/core/paths.ts";
import { loadCase } from "#lib/features/examinations/loaders.ts";
import { BranchPage } from "../../branch-page.tsx";

type Props = { params: Promise<{ id: string }> };

// The title and the page load the same case once per request.
const find = cache(async (id: string) => {
  const scope = await requireBranch();
  return (isId(id) ? await loadCase(scope, id) : null) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { model } = await find((await params).id);
  return { title: `${model.receiptNumber} ${model.workName}` };
}

/** An application as the branch examines it. */
export default async function CasePage({ params }: Props) {
  const { model, summary } = await find((await params).id);
  const { receiptNumber, workName, status } = model;
  return (
    <BranchPage
      current="queue"
      crumbs={[{ label: "申込の一覧", href: paths.branch() }, { label: receiptNumber }]}
    >
      <PageTitle
        shoulder={
          <>
            受付番号　<Code>{receiptNumber}</Code>
          </>
        }
        chip={<Chip tone={status.tone}>{status.label}</Chip>}
      >
        {workName}
      </PageTitle>
      <CaseView model={model}>
        <AnswerSections sections={summary} heading="h3" />
      </CaseView>
    </BranchPage>
  );
}
