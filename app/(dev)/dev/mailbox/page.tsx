import type { Metadata } from "next";
import { connection } from "next/server";
import { PublicFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { MailList } from "#components/mailbox/mail-list.tsx";
import { formatInstant } from "#lib/core/calendar.ts";
import { paths } from "#lib/core/paths.ts";
import { listCaughtMails } from "#lib/mail/caught.ts";
import { mailboxFolder } from "./mailbox-folder.ts";

export const metadata: Metadata = { title: "デモのメール" };

/** The mails of the demo, newest first; they never leave this machine. */
export default async function Mailbox() {
  await connection();
  const mails = await listCaughtMails(mailboxFolder());
  return (
    <PublicFrame site={{ demo: true }}>
      <Page crumbs={[{ label: "保証デスク", href: paths.top() }, { label: "デモのメール" }]}>
        <PageTitle>デモのメール</PageTitle>
        <MailList
          mails={mails.map(({ id, to, subject, caughtAt }) => ({
            id,
            href: paths.mailbox(id),
            to: to.join("、"),
            subject,
            caughtAt: formatInstant(new Date(caughtAt)),
          }))}
        />
      </Page>
    </PublicFrame>
  );
}
