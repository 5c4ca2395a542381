"use client";
import type { ReactNode } from "react";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { helpPath } from "#lib/core/paths.ts";
import { type FieldName, QUESTIONS } from "#lib/features/questions/constants.ts";

/**
 * Help between a field's label and its control: what to type, for a first-time user, and a link to the longer answer in
 * a new window, so that the form stays open.
 */
export function useHelp(name: FieldName): ReactNode {
  const { raw } = useDraftForm();
  const { label, help, more } = QUESTIONS[name];
  // The help of the address says when it is required.
  const shown = name === "noticeEmail" && raw.notice === "no" ? undefined : help;
  if (!more) return shown;
  return (
    <>
      {exampleKept(shown)} <More href={helpPath("faq", more)} about={label} />
    </>
  );
}

/** An example at the end of a help text moves to the next line as a whole. */
function exampleKept(help: string | undefined): ReactNode {
  const at = help?.indexOf("例：") ?? -1;
  if (!help || at < 0) return help;
  return (
    <>
      {help.slice(0, at)}
      <span className="inline-block">{help.slice(at)}</span>
    </>
  );
}

/** A link to the longer answer about a field or a group. */
export function More({ href, about }: { href: string; about: string }) {
  return (
    <TextLink href={href} target="_blank" rel="noopener" className="inline-block">
      くわしく<VisuallyHidden>：{about}（別の画面で開きます）</VisuallyHidden>
    </TextLink>
  );
}
