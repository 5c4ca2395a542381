import { attachment } from "#lib/core/attachment.ts";
import { today } from "#lib/core/clock.ts";
import { fileResponse } from "#lib/core/file-response.ts";

/** Answers with a list as CSV to be saved, under its name and today's date. */
export function csvResponse(lines: AsyncIterable<string>, name: string, ascii: string): Response {
  const day = today().replaceAll("-", "");
  return fileResponse(
    { mediaType: "text/csv; charset=utf-8; header=present", body: lines },
    attachment(`${name}_${day}.csv`, `${ascii}_${day}.csv`),
  );
}
