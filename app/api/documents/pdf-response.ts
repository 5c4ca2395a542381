import { notFound, unstable_rethrow } from "next/navigation";
import { attachment } from "#lib/core/attachment.ts";
import { fileResponse } from "#lib/core/file-response.ts";
import { logFailure } from "#lib/core/log.ts";
import type { PdfFile } from "#lib/features/certificates/types.ts";

/**
 * Answers with a PDF to be saved; null is 404. A document that cannot be delivered (it no longer fits its SHA-256, or
 * the database is away) is a 500 with a reference to the log, without any of its bytes.
 */
export async function pdfResponse(
  load: () => Promise<Omit<PdfFile, "contractNumber"> | "not_ready" | null>,
): Promise<Response> {
  try {
    const file = (await load()) ?? notFound();
    if (file === "not_ready")
      return sentence(
        503,
        "新しい認証キーのお知らせを作っています。数秒後に、もう一度「印刷」を押してください。",
        { "Retry-After": "5" },
      );
    return fileResponse(
      { mediaType: "application/pdf", body: file.bytes },
      attachment(file.fileName, file.asciiName),
    );
  } catch (error) {
    unstable_rethrow(error);
    const ref = logFailure("a document was not handed over", error);
    return sentence(500, `文書を表示できませんでした。取扱いの支店へ次の番号をお知らせください。番号 ${ref}`);
  }
}

/** One sentence in place of a document, on an empty page. */
function sentence(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", ...headers },
  });
}
