import { notFound, redirect } from "next/navigation";
import { applicationStages } from "#components/applications/application-stages.ts";
import { Confirmation } from "#components/applications/confirmation.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { Stages } from "#components/ui/stages.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { isId } from "#lib/core/ids.ts";
import { paths } from "#lib/core/paths.ts";
import { loadConfirmation } from "#lib/features/applications/loaders.ts";
import { DeskPage } from "../../../desk-page.tsx";
import { absent } from "../../absent.ts";

export const generateMetadata = titleBehind(requireContractor, "申込内容の確認");

/** Every answer in the words that the branch will read, before sending. */
export default async function ConfirmApplication({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireContractor();
  const { id } = await params;
  if (!isId(id)) notFound();
  if (scope.readOnly) redirect(paths.applicationTab(id, "works"));
  const confirmation = await loadConfirmation(scope, id);
  if (!confirmation) return absent(scope, id);
  if (confirmation.state === "sent") redirect(paths.applicationSent(id));
  if (confirmation.state === "mistakes")
    redirect(paths.applicationTab(id, confirmation.step, { check: true }));
  const { state: _, ...ready } = confirmation;
  return (
    <DeskPage
      crumbs={[
        { label: "保証申込", href: paths.applications() },
        { label: "申込の作成", href: paths.applicationTab(id, "works") },
        { label: "申込内容の確認" },
      ]}
    >
      <PageTitle>申込内容の確認</PageTitle>
      <Stages label="申込の手順" items={applicationStages} current={1} />
      <Confirmation id={id} {...ready} />
    </DeskPage>
  );
}
