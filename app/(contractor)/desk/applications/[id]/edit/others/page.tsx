import { notFound } from "next/navigation";
import { AttachmentEditorProvider } from "#components/attachments/attachment-editor.tsx";
import { OthersTab } from "#components/drafts/others-tab.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { isId } from "#lib/core/ids.ts";
import { REFUSALS, type Refusal } from "#lib/features/attachments/constants.ts";
import { loadDraftAttachments } from "#lib/features/uploads/loaders.ts";
import { EditPage, type EditProps, editTitle } from "../edit-page.tsx";

export const generateMetadata = editTitle;

/** Why a file was rejected, from an address that anybody may have edited. */
function refusalIn(text: string | string[] | undefined): Refusal | null {
  return typeof text === "string" && Object.hasOwn(REFUSALS, text) ? (text as Refusal) : null;
}

/** Tab 「その他」, with the attachments of the application. */
export default async function EditOthers(props: EditProps) {
  const scope = await requireContractor();
  const { id } = await props.params;
  if (!isId(id)) notFound();
  return (
    <AttachmentEditorProvider
      applicationId={id}
      list={await loadDraftAttachments(scope, id)}
      refused={refusalIn((await props.searchParams).refused)}
    >
      <EditPage {...props} step="others">
        <OthersTab />
      </EditPage>
    </AttachmentEditorProvider>
  );
}
