import { on } from "node:events";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";

/** A body that is no multipart/form-data, or ends in the middle. */
export class MultipartError extends Error {
  override name = "MultipartError";
}

/** One file of a posted form as it comes in. `body` is read once, in chunks; what is left of it is skipped. */
export type PostedFile = { name: string; fileName: string; body: AsyncIterable<Buffer> };

const maxHeaderBytes = 8 * 1024;

/**
 * Reads the files of a posted form while they arrive (RFC 7578), holding no more than a few chunks of them: request
 * .formData() would hold all. A file is read before the next one is asked for; fields without a file are passed over.
 * @throws MultipartError
 */
export async function* readPostedFiles(
  contentType: string,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<PostedFile> {
  const parser = parserFor(contentType);
  const arrived: BusboyFileStream[] = [];
  parser.on("file", (_name: string, file: BusboyFileStream) => {
    // A file that nobody reads any more tells of a broken line, too; unheard it would end the process.
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
    // Whoever stops in the middle must not destroy the stream: the parser waits for its end.
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

/** Browsers write UTF-8 as it is, a quotation mark and line ends percent-encoded. */
const readable = (name: string): string => name.replace(/%22|%0D|%0A/gi, (code) => decodeURIComponent(code));
