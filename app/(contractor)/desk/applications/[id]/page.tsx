import { notFound, redirect } from "next/navigation";
import { ApplicationView } from "#components/applications/application-view.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Code, Unbroken } from "#components/ui/text.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { isId } from "#lib/core/ids.ts";
import { paths } from "#lib/core/paths.ts";
import { loadApplication } from "#lib/features/applications/loaders.ts";
import { DeskPage } from "../../desk-page.tsx";
import { absent } from "../absent.ts";

export const generateMetadata = titleBehind(requireContractor, "申込の状況");

/** An application after sending: its status, its answers and its timeline. */
export default async function Application({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireContractor();
  const { id } = await params;
  if (!isId(id)) notFound();
  const application = await loadApplication(scope, id);
  if (!application) return absent(scope, id);
  if (!application.sent) redirect(paths.applicationTab(id, "works"));
  const { item, receiptNumber } = application;
  return (
    <DeskPage crumbs={[{ label: "保証申込", href: paths.applications() }, { label: "申込の状況" }]}>
      <PageTitle
        shoulder={
          <>
            受付番号　<Code>{receiptNumber}</Code>
          </>
        }
        chip={<Chip tone={item.status.tone}>{item.status.label}</Chip>}
      >
        <Unbroken>{item.workName}</Unbroken>
      </PageTitle>
      <ApplicationView {...application} />
    </DeskPage>
  );
}
