import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PublicFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { MailView } from "#components/mailbox/mail-view.tsx";
import { formatInstant } from "#lib/core/calendar.ts";
import { env } from "#lib/core/env.ts";
import { paths } from "#lib/core/paths.ts";
import { findCaughtHeaders, findCaughtMail } from "#lib/mail/caught.ts";
import { mailboxFolder } from "../mailbox-folder.ts";

export const metadata: Metadata = { title: "デモのメール" };

/** One mail of the demo, as text. */
export default async function CaughtMailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const folder = mailboxFolder();
  const mail = await findCaughtMail(folder, id);
  if (!mail) notFound();
  const subject = mail.subject || "（件名なし）";
  const shown = {
    ...mail,
    to: mail.to.join("、"),
    caughtAt: formatInstant(new Date(mail.caughtAt)),
    headers: await findCaughtHeaders(folder, id),
  };
  return (
    <PublicFrame site={{ demo: true }}>
      <Page crumbs={[{ label: "デモのメール", href: paths.mailbox() }, { label: subject }]}>
        <PageTitle>{subject}</PageTitle>
        <MailView mail={shown} site={env().appUrl} />
      </Page>
    </PublicFrame>
  );
}
