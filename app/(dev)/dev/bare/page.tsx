import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { env } from "#lib/core/env.ts";

/** An empty page, drawn for each request: what the bench `render` measures every other page beside. Demo only. */
export default async function Bare() {
  const asked = await headers();
  if (!env().demo) notFound();
  return (
    <Page>
      <PageTitle>{asked.has("host") ? "空のページ" : "空"}</PageTitle>
    </Page>
  );
}
