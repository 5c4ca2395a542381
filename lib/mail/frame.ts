import type { Mail } from "./outbox.ts";

/** The parts of a mail, from which both its text and its HTML are written, so that they never differ. */
export type MailParts = {
  subject: string;
  /** 「〇〇建設 株式会社 様」 */
  addressee: string;
  paragraphs: string[];
  facts: { label: string; value: string }[];
  /** The one thing to do next. */
  action?: { label: string; url: string };
  notes?: string[];
  signature: string[];
};

// A longer rule would wrap on phones.
const rule = "────────────────";

/** Composes a mail that reads well as plain text and in an old Outlook (tables, no style sheet, no pictures). */
export function composeMail(parts: MailParts): Mail {
  const { subject, addressee, paragraphs, facts, action, notes = [], signature } = parts;
  const text = [
    addressee,
    "",
    ...paragraphs.flatMap((paragraph) => [paragraph, ""]),
    rule,
    ...facts.map(({ label, value }) => `${label}：${value}`),
    rule,
    "",
    ...(action ? [action.label, action.url, ""] : []),
    ...notes.map((note) => `※ ${note}`),
    ...(notes.length > 0 ? [""] : []),
    ...signature,
    "",
  ].join("\n");
  const html = [
    '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>',
    escapeHtml(subject),
    '</title></head><body style="margin:0;padding:24px;color:#1a1a1a;font-family:sans-serif;font-size:16px;line-height:1.7">',
    `<p>${escapeHtml(addressee)}</p>`,
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    '<table cellpadding="6" cellspacing="0" style="border-top:1px solid #949494;border-bottom:1px solid #949494">',
    ...facts.map(
      ({ label, value }) =>
        `<tr><th align="left" valign="top" style="color:#4d4d4d;font-weight:normal">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`,
    ),
    "</table>",
    ...(action
      ? [
          `<p>${escapeHtml(action.label)}<br><a href="${escapeHtml(action.url)}">${escapeHtml(action.url)}</a></p>`,
        ]
      : []),
    ...notes.map((note) => `<p style="color:#4d4d4d">※ ${escapeHtml(note).replaceAll("\n", "<br>")}</p>`),
    `<p>${signature.map(escapeHtml).join("<br>")}</p>`,
    "</body></html>",
  ].join("");
  return { subject, text, html };
}

/** Composes a mail of exactly these words, which a person was shown before sending it. */
export function composePlainMail(subject: string, text: string): Mail {
  const html = [
    '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>',
    escapeHtml(subject),
    '</title></head><body style="margin:0;padding:24px;color:#1a1a1a;font-family:sans-serif;font-size:16px;line-height:1.7">',
    `<p>${escapeHtml(text.trimEnd()).replaceAll("\n", "<br>")}</p>`,
    "</body></html>",
  ].join("");
  return { subject, text, html };
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
