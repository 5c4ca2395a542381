import { notFound } from "next/navigation";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { env } from "#lib/core/env.ts";

/** An empty page behind a gate, with which the bench `render` measures reading a session. Demo only. */
export default async function Gate() {
  if (!env().demo) notFound();
  const { actorName } = await requireContractor();
  return (
    <Page>
      <PageTitle>{actorName}</PageTitle>
    </Page>
  );
}
