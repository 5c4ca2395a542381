import { AttachmentSection } from "#components/attachments/attachment-section.tsx";
import { DraftQuestions } from "#components/drafts/draft-questions.tsx";

/** Tab 「その他」, the leaflet's インフォメーション. */
export function OthersTab() {
  return (
    <>
      <DraftQuestions group="others" />
      <AttachmentSection />
    </>
  );
}
