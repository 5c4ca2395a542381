import { on } from "node:events";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";

/** The body is not multipart/form-data, or ends in the middle. */
export class MultipartError extends Error {
  override name = "MultipartError";
}

/** One file of a posted form while it arrives. `body` can be read once; what is left unread is skipped. */
export type PostedFile = { name: string; fileName: string; body: AsyncIterable<Buffer> };

const maxHeaderBytes = 8 * 1024;

/**
 * Reads the files of a posted form while they arrive (RFC 7578), holding only a few chunks of them in memory;
 * request.formData() would hold everything. Read a file before asking for the next one. Fields without a file are
 * skipped.
 * @throws MultipartError
 */
export async function* readPostedFiles(
  contentType: string,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<PostedFile> {
  const parser = parserFor(contentType);
  const arrived: BusboyFileStream[] = [];
  parser.on("file", (_name: string, file: BusboyFileStream) => {
    // A broken connection raises an error on an abandoned file too; without a listener it would end the process.
    file.on("error", () => {});
    arrived.push(file);
  });
  const files = on(parser, "file", { close: ["finish"] });
  const source = pipeline(Readable.from(body), parser).catch((error: unknown) => {
    const reason = asMultipartError(error);
    for (const file of arrived) if (!file.readableEnded) file.destroy(reason);
    throw reason;
  });
  source.catch(() => {});
  try {
    for await (const [name, file, fileName] of files as AsyncIterable<[string, BusboyFileStream, string]>) {
      yield { name: readable(name), fileName: readable(fileName), body: chunksOf(file) };
      file.resume();
    }
    await source;
  } catch (error) {
    throw asMultipartError(error);
  } finally {
    parser.destroy();
  }
}

async function* chunksOf(file: BusboyFileStream): AsyncGenerator<Buffer> {
  try {
    // A reader that stops early must not destroy the stream, because the parser waits for its end.
    yield* file.iterator({ destroyOnReturn: false });
  } catch (error) {
    throw asMultipartError(error);
  }
}

function parserFor(contentType: string): InstanceType<typeof Busboy> {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      limits: { headerSize: maxHeaderBytes },
    });
  } catch (error) {
    throw asMultipartError(error);
  }
}

const asMultipartError = (error: unknown): Error =>
  error instanceof MultipartError ? error : new MultipartError("not a whole form", { cause: error });

/** Browsers send names in UTF-8 and percent-encode only quotation marks and line ends. */
const readable = (name: string): string => name.replace(/%22|%0D|%0A/gi, (code) => decodeURIComponent(code));
