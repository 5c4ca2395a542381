import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

// PERSISTED beside the raw mail by the catcher; /dev/mailbox and the tests read it.
const schema = z.object({
  id: z.string(),
  caughtAt: z.string(),
  messageId: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  attachments: z.array(z.object({ filename: z.string(), contentType: z.string(), bytes: z.number() })),
});

/**
 * A mail as the built-in catcher took it: `to` is the envelope's, `caughtAt` is an ISO instant, and `id` sorts by age.
 */
export type CaughtMail = z.output<typeof schema>;

/** The caught mails of a folder, newest first; an empty list before the first one. */
export async function listCaughtMails(folder: string, limit = 200): Promise<CaughtMail[]> {
  const names = await readdir(folder).catch(() => []);
  const newest = names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .reverse()
    .slice(0, limit);
  return Promise.all(
    newest.map(async (name) => schema.parse(JSON.parse(await readFile(path.join(folder, name), "utf8")))),
  );
}

/** One caught mail; undefined when there is none with this id. */
export async function findCaughtMail(folder: string, id: string): Promise<CaughtMail | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const text = await readFile(path.join(folder, `${id}.json`), "utf8").catch(() => undefined);
  return text === undefined ? undefined : schema.parse(JSON.parse(text));
}

/** The header lines of a caught mail as they came over the wire; empty when there is no mail with this id. */
export async function findCaughtHeaders(folder: string, id: string): Promise<string> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return "";
  const raw = await readFile(path.join(folder, `${id}.eml`), "utf8").catch(() => "");
  return raw.split(/\r?\n\r?\n/, 1)[0] ?? "";
}
