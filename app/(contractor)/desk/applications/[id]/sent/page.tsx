import { notFound, redirect } from "next/navigation";
import { Receipt } from "#components/applications/receipt.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { isId } from "#lib/core/ids.ts";
import { paths } from "#lib/core/paths.ts";
import { loadSent } from "#lib/features/applications/loaders.ts";
import { DeskPage } from "../../../desk-page.tsx";

export const generateMetadata = titleBehind(requireContractor, "送信完了");

/** 「送信完了」; can be opened again at any time. */
export default async function SentApplication({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireContractor();
  const { id } = await params;
  if (!isId(id)) notFound();
  const sent = await loadSent(scope, id);
  if (!sent) notFound();
  if (!sent.sent) redirect(paths.applicationTab(id, "works"));
  return (
    <DeskPage crumbs={[{ label: "保証申込", href: paths.applications() }, { label: "送信完了" }]}>
      <Receipt {...sent} />
    </DeskPage>
  );
}
