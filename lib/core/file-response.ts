import { logFailure } from "./log.ts";

type Sent = {
  mediaType: string;
  /** In bytes, where it is known before the end. */
  size?: number;
  body: Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array | string>;
};

/**
 * Answers with a file under a Content-Disposition (attachment.ts), read as fast as it is sent. When reading fails
 * half-way the connection is broken off, because a truncated file must not look complete.
 */
export function fileResponse({ mediaType, size, body }: Sent, disposition: string): Response {
  const headers = new Headers({ "Content-Type": mediaType, "Content-Disposition": disposition });
  if (size !== undefined) headers.set("Content-Length", String(size));
  return new Response(body instanceof Uint8Array ? body : streamOf(body), { headers });
}

function streamOf(body: AsyncIterable<Uint8Array | string>): ReadableStream<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      } catch (error) {
        logFailure("a file was not delivered", error);
        controller.error(error);
      }
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}
