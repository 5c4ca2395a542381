import { notFound } from "next/navigation";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { env } from "#lib/core/env.ts";

/** An empty page behind a gate: what the bench `render` measures the reading of a session with. Demo only. */
export default async function Gate() {
  if (!env().demo) notFound();
  const { actorName } = await requireContractor();
  return (
    <Page>
      <PageTitle>{actorName}</PageTitle>
    </Page>
  );
}
