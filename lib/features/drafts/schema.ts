import { z } from "zod";
import { newId } from "#lib/core/ids.ts";
import { postedCount } from "#lib/core/posted.ts";
import { FIELDS, type FieldName, TABS, type TabSlug } from "#lib/features/questions/constants.ts";
import type { Based } from "./types.ts";

/** Longer than any allowed answer, so that the mistake can be explained. */
const maxRaw = 10_000;

/** Raw text of one control, kept whether valid or not. */
export const rawText = z
  .string()
  .max(maxRaw, "文字が多すぎます。短くして入力してください。")
  // PostgreSQL's jsonb stores neither NUL nor half of a surrogate pair, and a paste may contain both. A form without
  // script posts other line ends than a script reads.
  .transform((text) =>
    text
      .replaceAll("\0", "")
      .replace(/\p{Cs}/gu, "")
      .replaceAll("\r\n", "\n"),
  );

/** Every field of the form, by name. */
export const fieldName = z.enum(Object.keys(FIELDS) as FieldName[]);

/** One of the form's tabs. */
export const tabSlug = z.enum(TABS.map(({ slug }) => slug) as [TabSlug, ...TabSlug[]]);

/** What the page knows about the draft; only pages from before drafts had versions leave it out. */
export const basedOn = {
  version: postedCount.optional(),
  editor: z.string().max(200).optional(),
  sequence: postedCount.optional(),
};

type BasedInput = {
  version?: number | undefined;
  editor?: string | undefined;
  sequence?: number | undefined;
};

/** What a save is based on. A page without script has no name of its own, so each of its posts is another editor. */
export function basedOf({ version, editor, sequence }: BasedInput): Based | null {
  if (version === undefined) return null;
  return { version, editor: editor || newId(), sequence: sequence ?? 1 };
}
