import { notFound } from "next/navigation";
import { env } from "#lib/core/env.ts";

/** The folder of the demo's mails; 404 where mails go to a real server, as if the page did not exist. */
export function mailboxFolder(): string {
  const { demo, mailboxDir } = env();
  if (!demo || mailboxDir === undefined) notFound();
  return mailboxDir;
}
