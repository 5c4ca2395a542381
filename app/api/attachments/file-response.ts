import { notFound } from "next/navigation";
import { logFailure } from "#lib/core/log.ts";
import type { AttachmentFile } from "#lib/features/attachments/types.ts";

/**
 * Streams an attachment; null is 404. The browser never runs any of its bytes: the media type is fixed, sniffing is
 * off, and its policy lets it load and run nothing (see lib/cli/web/page-headers.ts). Bytes that do not fit their
 * SHA-256 break off the stream before its end, so that the browser reports an incomplete file.
 */
export function fileResponse(file: AttachmentFile | null, disposition: string): Response {
  if (!file) notFound();
  const chunks = file.body[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        logFailure("an attachment was not handed over", error);
        controller.error(error);
      }
    },
    async cancel() {
      await chunks.return?.();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.size),
      "Content-Disposition": disposition,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
