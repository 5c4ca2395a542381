import { ProductsTab } from "#components/drafts/products-tab.tsx";
import { EditPage, type EditProps, editTitle } from "../edit-page.tsx";

export const generateMetadata = editTitle;

/** Tab 「保証の申込内容」. */
export default function EditProducts(props: EditProps) {
  return (
    <EditPage {...props} step="products">
      <ProductsTab />
    </EditPage>
  );
}
