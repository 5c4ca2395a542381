import { notFound, unstable_rethrow } from "next/navigation";
import { attachment } from "#lib/core/attachment.ts";
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
    const file = await load();
    if (!file) notFound();
    if (file === "not_ready")
      return new Response(
        "新しい認証キーのお知らせを作っています。数秒後に、もう一度「印刷」を押してください。\n",
        {
          status: 503,
          headers: {
            "Content-Type": "text/plain; charset=utf-8",
            "Cache-Control": "no-store",
            "Retry-After": "5",
          },
        },
      );
    return new Response(file.bytes, {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": attachment(file.fileName, file.asciiName),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    unstable_rethrow(error);
    const ref = logFailure("a document was not handed over", error);
    return new Response(
      `文書を表示できませんでした。取扱いの支店へ次の番号をお知らせください。番号 ${ref}\n`,
      { status: 500, headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" } },
    );
  }
}
