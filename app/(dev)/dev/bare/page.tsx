import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { env } from "#lib/core/env.ts";

/** An empty page, drawn for each request, with which the bench `render` compares every other page. Demo only. */
export default async function Bare() {
  const asked = await headers();
  if (!env().demo) notFound();
  return (
    <Page>
      <PageTitle>{asked.has("host") ? "空のページ" : "空"}</PageTitle>
    </Page>
  );
}
