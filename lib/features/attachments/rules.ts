import { foldName } from "#lib/core/text.ts";
import { ATTACHMENT_KINDS, type AttachmentKind, MAX_NAME, MEDIA_TYPES, type MediaType } from "./constants.ts";

const signatures: readonly [MediaType, readonly number[]][] = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** The media type of a file, by its first bytes and never by its name; null when it is not accepted. */
export function recognize(head: Uint8Array): MediaType | null {
  return signatures.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0] ?? null;
}

/** Width x height of a picture as stated in its header; null for a PDF, and when it is not stated. */
export function pixelsOf(head: Uint8Array, type: MediaType): number | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (type === "image/png") return head.length < 24 ? null : view.getUint32(16) * view.getUint32(20);
  if (type === "image/jpeg") return pixelsOfJpeg(view);
  return null;
}

/** Walks through the segments of a JPEG to its frame header (ITU-T T.81, B.2.2). */
function pixelsOfJpeg(view: DataView): number | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7);
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) return null;
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/**
 * Makes a file's name safe to show and to save: no folder, no invisible, control or reordering characters, none that a
 * file system rejects, and an extension that fits the content.
 */
export function safeName(raw: string, type: MediaType, kind: AttachmentKind): string {
  const [base = ""] = raw.split(/[\\/]/).slice(-1);
  // macOS separates a kana from its voicing mark. A kanji stays as it was chosen, as in every name.
  const clean = foldName(base.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ""))
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const endings: readonly string[] = MEDIA_TYPES[type].endings;
  const [, stem = clean, ending = ""] = /^(.+)\.([A-Za-z0-9]{1,5})$/.exec(clean) ?? [];
  const kept = endings.includes(ending.toLowerCase())
    ? { stem, ending }
    : { stem: clean, ending: endings[0] };
  const name = [...(kept.stem || ATTACHMENT_KINDS[kind])].slice(0, MAX_NAME).join("");
  return `${name}.${kept.ending}`;
}

/** The same in ASCII, for clients that understand nothing else. */
export function asciiName(id: string, type: MediaType): string {
  return `attachment-${id.slice(-12)}.${MEDIA_TYPES[type].endings[0]}`;
}

/** 「1.2MB」, 「380KB」: rounded up, so that nothing is 0. */
export function formatSize(bytes: number): string {
  const mega = bytes / 1024 / 1024;
  return mega >= 1 ? `${(Math.ceil(mega * 10) / 10).toFixed(1)}MB` : `${Math.ceil(bytes / 1024)}KB`;
}
