import { attachment } from "#lib/core/attachment.ts";
import { todayInTokyo } from "#lib/core/calendar.ts";
import { now } from "#lib/core/clock.ts";
import { logFailure } from "#lib/core/log.ts";

/**
 * Answers with a list as CSV to be saved, read as fast as it is sent. When reading fails half-way the connection is
 * broken off, because a truncated file must not look complete.
 */
export function csvResponse(lines: AsyncGenerator<string>, name: string, ascii: string): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        logFailure("a list was not exported", error);
        controller.error(error);
      }
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  const day = todayInTokyo(now()).replaceAll("-", "");
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": attachment(`${name}_${day}.csv`, `${ascii}_${day}.csv`),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
