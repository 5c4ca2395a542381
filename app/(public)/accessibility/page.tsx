import type { Metadata } from "next";
import { OpenPage } from "#app/(public)/open-page.tsx";
import { criteria } from "#components/accessibility/criteria.ts";
import { AccessibilityStatement } from "#components/accessibility/statement.tsx";
import { PageTitle } from "#components/layout/page.tsx";

const title = "ウェブアクセシビリティ";
export const metadata: Metadata = { title };

/** The accessibility statement. */
export default function Accessibility() {
  return (
    <OpenPage crumbs={[{ label: title }]}>
      <PageTitle>{title}</PageTitle>
      <AccessibilityStatement criteria={criteria} />
    </OpenPage>
  );
}
