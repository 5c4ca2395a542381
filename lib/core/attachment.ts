/**
 * The Content-Disposition of a file to be saved (RFC 6266): its real name percent-encoded (RFC 5987), and `ascii` for
 * clients that understand nothing else. `ascii` may hold letters, digits, `-`, `_` and `.` only.
 */
export function attachment(fileName: string, ascii: string): string {
  return disposition("attachment", fileName, ascii);
}

/** The Content-Disposition of a file to be shown; the name is used when the reader saves it. */
export function inline(fileName: string, ascii: string): string {
  return disposition("inline", fileName, ascii);
}

function disposition(kind: "attachment" | "inline", fileName: string, ascii: string): string {
  // encodeURIComponent leaves ' ( ) * as they are, which RFC 5987 does not allow.
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
