import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { applicationStages } from "#components/applications/application-stages.ts";
import { DraftForm } from "#components/drafts/draft-form.tsx";
import { DuplicatedBanner } from "#components/drafts/duplicated-banner.tsx";
import { ReturnedBanner } from "#components/drafts/returned-banner.tsx";
import { UnsentDraft } from "#components/drafts/unsent-draft.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { Stages } from "#components/ui/stages.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { isId } from "#lib/core/ids.ts";
import { helpPath, paths } from "#lib/core/paths.ts";
import { loadEditor } from "#lib/features/applications/loaders.ts";
import type { TabSlug } from "#lib/features/questions/constants.ts";
import { DeskPage } from "../../../desk-page.tsx";
import { absent } from "../../absent.ts";

/**
 * The query of a tab's page: `?check=1` shows its mistakes, `?copied=1` what a duplicate left out, `?refused=` why a
 * file was rejected.
 */
export type EditProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{
    check?: string | string[];
    copied?: string | string[];
    refused?: string | string[];
  }>;
};

/** The gate and the draft, once for both the page and its title. */
const load = cache(async (id: string, check: boolean) => {
  const scope = await requireContractor();
  if (!isId(id)) notFound();
  const editor = await loadEditor(scope, id, check);
  if (!editor) return absent(scope, id);
  if (editor.sent) redirect(paths.application(id));
  return { ...editor, title: editor.receiptNumber === null ? "申込の作成（新規）" : "申込の修正" };
});

const isChecked = async (searchParams: EditProps["searchParams"]) => (await searchParams).check === "1";

/** The title of a tab's page. */
export async function editTitle({ params, searchParams }: EditProps): Promise<Metadata> {
  const { errors, title } = await load((await params).id, await isChecked(searchParams));
  return { title: errors.length > 0 ? { absolute: `エラー：${title}｜保証デスク` } : title };
}

type EditPageProps = EditProps & {
  step: TabSlug;
  /** The questions of the tab. */
  children: ReactNode;
};

/** One tab of an application that is being written or corrected. Each tab is a page of its own, with its own script. */
export async function EditPage({ params, searchParams, step, children }: EditPageProps) {
  const scope = await requireContractor();
  const { id } = await params;
  const { copied } = await searchParams;
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
      <Stages label="申込の手順" items={applicationStages} current={0} />
      {/* Another tab is another form: no text of this one may stay in its fields. */}
      <DraftForm
        key={step}
        id={id}
        step={step}
        news={
          <>
            {returnedFor !== null && <ReturnedBanner reason={returnedFor} receiptNumber={receiptNumber} />}
            {copied === "1" && <DuplicatedBanner />}
          </>
        }
        {...editor}
      >
        {children}
      </DraftForm>
    </DeskPage>
  );
}
