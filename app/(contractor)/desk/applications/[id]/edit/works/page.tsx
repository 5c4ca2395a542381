import { WorksTab } from "#components/drafts/works-tab.tsx";
import { EditPage, type EditProps, editTitle } from "../edit-page.tsx";

export const generateMetadata = editTitle;

/** Tab 「請負工事の情報」. */
export default function EditWorks(props: EditProps) {
  return (
    <EditPage {...props} step="works">
      <WorksTab />
    </EditPage>
  );
}
