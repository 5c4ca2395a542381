/** A body that is no multipart/form-data, or ends in the middle. */
export class MultipartError extends Error {
  override name = "MultipartError";
}

/** One field of a posted form as it comes in. `body` is read once, in pieces; what is left of it is skipped. */
export type FormPart = { name: string; fileName: string | null; body: AsyncIterable<Buffer> };

const maxHeaderBytes = 8 * 1024;
const headersEnd = Buffer.from("\r\n\r\n");

/**
 * Reads a posted form field by field while it arrives (RFC 7578), holding no more than one piece of the body: request
 * .formData() would hold all of it. A field is read before the next one is asked for.
 * @throws MultipartError
 */
export async function* readMultipart(
  contentType: string,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<FormPart> {
  const [, quoted, plain] =
    /^multipart\/form-data;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw new MultipartError("no boundary");
  const input = new Input(body);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first boundary has no line end before it; with one, all are found alike.
  input.begin(Buffer.from("\r\n"));
  await skip(input.until(delimiter));
  while (!(await input.ends())) {
    const { name, fileName } = parseHeaders(await input.headers());
    yield { name, fileName, body: input.until(delimiter) };
    // The reader may have stopped anywhere in it, or never begun.
    if (!input.atDelimiter) await skip(input.until(delimiter));
  }
}

async function skip(pieces: AsyncGenerator<Buffer>): Promise<void> {
  for await (const _ of pieces);
}

/** What browsers write: UTF-8 as it is, a quotation mark and line ends percent-encoded. */
function parseHeaders(text: string): { name: string; fileName: string | null } {
  const line = text.split("\r\n").find((one) => /^content-disposition:/i.test(one)) ?? "";
  const value = (key: string) =>
    new RegExp(`;\\s*${key}="([^"]*)"`, "i")
      .exec(line)?.[1]
      ?.replace(/%22|%0D|%0A/gi, (code) => decodeURIComponent(code));
  const name = value("name");
  if (name === undefined) throw new MultipartError("a field without a name");
  return { name, fileName: value("filename") ?? null };
}

class Input {
  private readonly source: AsyncIterator<Uint8Array>;
  private held: Buffer = Buffer.alloc(0);
  /** Whether the last thing taken off was a delimiter. */
  atDelimiter = false;

  constructor(body: AsyncIterable<Uint8Array>) {
    this.source = body[Symbol.asyncIterator]();
  }

  begin(bytes: Buffer): void {
    this.held = bytes;
  }

  private async pull(): Promise<void> {
    const { done, value } = await this.source.next();
    if (done) throw new MultipartError("the body ends in the middle");
    this.held = this.held.length === 0 ? Buffer.from(value) : Buffer.concat([this.held, value]);
  }

  /** What comes before the delimiter, piece by piece; the delimiter itself is taken off. */
  async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.held.indexOf(delimiter);
      if (at >= 0) {
        const last = this.held.subarray(0, at);
        this.held = this.held.subarray(at + delimiter.length);
        this.atDelimiter = true;
        if (last.length > 0) yield last;
        return;
      }
      // The end may be the beginning of a delimiter.
      const sure = this.held.length - delimiter.length + 1;
      if (sure > 0) {
        const piece = this.held.subarray(0, sure);
        this.held = this.held.subarray(sure);
        yield piece;
      }
      await this.pull();
    }
  }

  /** After a delimiter: whether it was the last one. */
  async ends(): Promise<boolean> {
    while (this.held.length < 2) await this.pull();
    const sign = this.held.subarray(0, 2).toString("latin1");
    if (sign !== "--" && sign !== "\r\n") throw new MultipartError("no line end after a boundary");
    if (sign === "\r\n") this.held = this.held.subarray(2);
    return sign === "--";
  }

  async headers(): Promise<string> {
    for (;;) {
      const at = this.held.indexOf(headersEnd);
      if (at > maxHeaderBytes || (at < 0 && this.held.length > maxHeaderBytes))
        throw new MultipartError("headers too long");
      if (at >= 0) {
        const text = this.held.subarray(0, at).toString("utf8");
        this.held = this.held.subarray(at + headersEnd.length);
        this.atDelimiter = false;
        return text;
      }
      await this.pull();
    }
  }
}
