import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { applicationSteps } from "#components/applications/application-steps.ts";
import { CopiedNotice } from "#components/applications/copied-notice.tsx";
import { DraftForm } from "#components/applications/draft-form.tsx";
import { answersOf } from "#components/applications/field-answers.ts";
import { ReturnedNotice } from "#components/applications/returned-notice.tsx";
import { UnsentDraft } from "#components/applications/unsent-draft.tsx";
import { AttachmentEditorProvider } from "#components/attachments/attachment-editor.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { Steps } from "#components/ui/steps.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { isId } from "#lib/core/ids.ts";
import { helpPath, paths } from "#lib/core/paths.ts";
import { STEPS } from "#lib/features/applications/constants.ts";
import { loadEditor } from "#lib/features/applications/loaders.ts";
import { REFUSALS, type Refusal } from "#lib/features/attachments/constants.ts";
import { loadDraftAttachments } from "#lib/features/attachments/loaders.ts";
import { DeskPage } from "../../../../desk-page.tsx";
import { absent } from "../../../absent.ts";

type Props = {
  params: Promise<{ id: string; step: string }>;
  searchParams: Promise<{
    check?: string | string[];
    copied?: string | string[];
    refused?: string | string[];
  }>;
};

/** Gate and draft, once for the page and its title. */
const load = cache(async (id: string, check: boolean) => {
  const scope = await requireContractor();
  if (!isId(id)) notFound();
  const editor = await loadEditor(scope, id, check);
  if (!editor) return absent(scope, id);
  if (editor.sent) redirect(paths.application(id));
  return { ...editor, title: editor.receiptNumber === null ? "申込の作成（新規）" : "申込の修正" };
});

const isChecked = async (searchParams: Props["searchParams"]) => (await searchParams).check === "1";

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { errors, title } = await load((await params).id, await isChecked(searchParams));
  return { title: errors.length > 0 ? { absolute: `エラー：${title}｜保証デスク` } : title };
}

/** Why a file was not taken, from an address that anybody may have edited. */
function refusalIn(text: string | string[] | undefined): Refusal | null {
  return typeof text === "string" && Object.hasOwn(REFUSALS, text) ? (text as Refusal) : null;
}

/** One tab of an application that is being made or corrected; `?check=1` shows its mistakes, `?copied=1` what a copy left out. */
export default async function EditApplication({ params, searchParams }: Props) {
  const scope = await requireContractor();
  const { id, step } = await params;
  const tab = STEPS.find(({ slug }) => slug === step);
  if (!tab) notFound();
  const {
    title,
    returnedFor,
    receiptNumber,
    sent: _,
    ...editor
  } = await load(id, await isChecked(searchParams));
  if (scope.readOnly && receiptNumber !== null) redirect(paths.application(id));
  if (scope.readOnly)
    return (
      <DeskPage crumbs={[{ label: "保証申込", href: paths.applications() }, { label: "作成中の申込" }]}>
        <PageTitle>作成中の申込</PageTitle>
        <UnsentDraft />
      </DeskPage>
    );
  return (
    <DeskPage crumbs={[{ label: "保証申込", href: paths.applications() }, { label: title }]}>
      <PageTitle
        side={
          <TextLink href={helpPath("faq")} target="_blank" rel="noopener">
            保証申込のヘルプ<VisuallyHidden>（別の画面で開きます）</VisuallyHidden>
          </TextLink>
        }
      >
        {title}
      </PageTitle>
      <Steps label="申込の手順" items={applicationSteps} current={0} />
      {returnedFor !== null && <ReturnedNotice reason={returnedFor} receiptNumber={receiptNumber} />}
      {(await searchParams).copied === "1" && <CopiedNotice />}
      {/* Another tab is another form: nothing of this one may stay in its fields. */}
      <AttachmentEditorProvider
        key={tab.slug}
        applicationId={id}
        list={await loadDraftAttachments(scope, id)}
        refused={refusalIn((await searchParams).refused)}
      >
        <DraftForm id={id} step={tab.slug} answers={answersOf(tab.fields)} {...editor} />
      </AttachmentEditorProvider>
    </DeskPage>
  );
}
