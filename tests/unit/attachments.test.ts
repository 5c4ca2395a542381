import { describe, expect, test } from "vitest";
import { attachment } from "#lib/core/attachment.ts";
import { inChunks } from "#lib/core/chunks.ts";
import { MultipartError, readPostedFiles } from "#lib/core/multipart.ts";
import { formatSize, pixelsOf, recognize, safeName } from "#lib/features/attachments/rules.ts";
import { aJpeg, aPdf, aPng, arriving } from "#tests/support/files.ts";

describe("A file is what its bytes say", () => {
  test.each([
    ["a PDF", aPdf(), "application/pdf"],
    ["a PNG", aPng(), "image/png"],
    ["a JPEG", aJpeg(4, 3), "image/jpeg"],
    ["a page", Buffer.from("<!doctype html><script>"), null],
    ["a picture that is a program (SVG)", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'), null],
    ["a Word file", Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), null],
    ["a PDF behind something else", Buffer.from("<html>%PDF-1.7"), null],
    ["half a signature", Buffer.from("%PD"), null],
    ["nothing", Buffer.alloc(0), null],
  ])("%s", (_, bytes, type) => {
    expect(recognize(bytes)).toBe(type);
  });

  test("a picture's sides are read from its head, behind what a telephone writes first", () => {
    expect(pixelsOf(aPng(40, 30), "image/png")).toBe(1200);
    expect(pixelsOf(aJpeg(4032, 3024), "image/jpeg")).toBe(4032 * 3024);
    expect(pixelsOf(aPdf(), "application/pdf")).toBeNull();
    expect(pixelsOf(aPng().subarray(0, 20), "image/png")).toBeNull();
    expect(pixelsOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xff]), "image/jpeg")).toBeNull();
  });
});

describe("A file's name", () => {
  test.each([
    ["請負契約書（写し）.pdf", "請負契約書（写し）.pdf"],
    ["..\\..\\C:\\windows\\契約.PDF", "契約.PDF"],
    ["../../etc/passwd", "passwd.pdf"],
    ["契約書.html", "契約書.html.pdf"],
    ["契約\u202Efdp.exe", "契約fdp.exe.pdf"],
    ['a"b<c>\r\nX: y.pdf', "a_b_c_X_ y.pdf"],
    ["カ\u3099.pdf", "ガ.pdf"],
    ["...", "請負契約書.pdf"],
    ["", "請負契約書.pdf"],
  ])("%j is kept as %j", (raw, kept) => {
    expect(safeName(raw, "application/pdf", "contract")).toBe(kept);
  });

  test("keeps the kanji that was chosen, and joins a kana that macOS parts from its mark", () => {
    expect(safeName("\uFA19奈川の橋.pdf", "application/pdf", "contract")).toBe("\uFA19奈川の橋.pdf");
    expect(safeName("か\u3099けの工事.pdf", "application/pdf", "contract")).toBe("がけの工事.pdf");
  });

  test("of any length stays short, without half a character, and keeps its ending", () => {
    const name = safeName(`${"𠮷".repeat(500)}.jpeg`, "image/jpeg", "other");
    expect([...name]).toHaveLength(125);
    expect(name).toMatch(/^𠮷+\.jpeg$/u);
  });

  test("goes out in both spellings, and nothing in it ends the header", () => {
    expect(attachment(safeName("契約 (1)'*.pdf", "application/pdf", "contract"), "a.pdf")).toBe(
      "attachment; filename=\"a.pdf\"; filename*=UTF-8''%E5%A5%91%E7%B4%84%20%281%29%27_.pdf",
    );
  });
});

test("Sizes are said so that nothing is 0 and nothing above the limit reads as the limit", () => {
  expect(
    [1, 1024, 1025, 380 * 1024, 1024 * 1024, 20 * 1024 * 1024, 20 * 1024 * 1024 + 1].map(formatSize),
  ).toEqual(["1KB", "1KB", "2KB", "380KB", "1.0MB", "20.0MB", "20.1MB"]);
});

describe("A posted form that is read while it arrives", () => {
  const boundary = "----WebKitFormBoundaryAbC";
  const type = `multipart/form-data; boundary=${boundary}`;
  const part = (head: string, body: Uint8Array | string) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from("\r\n"),
    ]);
  const form = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  const tricky = Buffer.from(`\r\n--${boundary.slice(0, 10)}\r\n\r\n--\r\n`);

  async function read(contentType: string, body: Uint8Array, chunk: number) {
    const found: [string, string, Buffer][] = [];
    for await (const { name, fileName, body: bytes } of readPostedFiles(contentType, arriving(body, chunk))) {
      const all: Uint8Array[] = [];
      for await (const chunk of bytes) all.push(chunk);
      found.push([name, fileName, Buffer.concat(all)]);
    }
    return found;
  }

  test.each([1, 2, 7, 61, 4096])("gives every file whole in chunks of %i bytes", async (chunk) => {
    const body = form(
      part('name="kind"', "contract"),
      part(
        'name="contract"; filename="契約 %22写し%22.pdf"\r\nContent-Type: application/pdf',
        aPdf(900, tricky),
      ),
      part('name="other"; filename=""', ""),
    );
    expect(await read(type, body, chunk)).toEqual([
      ["contract", '契約 "写し".pdf', aPdf(900, tricky)],
      ["other", "", Buffer.alloc(0)],
    ]);
  });

  test("goes on to the next file when one was not read to its end", async () => {
    const body = form(part('name="a"; filename="a"', aPdf(500_000)), part('name="b"; filename="b"', "x"));
    const names: string[] = [];
    for await (const { name, body: bytes } of readPostedFiles(type, arriving(body, 1000))) {
      names.push(name);
      for await (const _ of bytes) break;
    }
    expect(names).toEqual(["a", "b"]);
  });

  test.each([
    [
      "ends in the middle of a file",
      type,
      form(part('name="a"; filename="a"', aPdf(5000))).subarray(0, 3000),
    ],
    ["never begins", type, Buffer.from("nothing of the kind")],
    ["has no boundary", "multipart/form-data", form()],
    ["is no form", "application/json", Buffer.from("{}")],
    ["has endless headers", type, Buffer.from(`--${boundary}\r\nX: ${"x".repeat(20_000)}`)],
  ])("is refused when it %s", async (_, contentType, body) => {
    await expect(read(contentType, body, 500)).rejects.toThrow(MultipartError);
  });
});

test.each([
  [10, 3, [3, 3, 3, 1]],
  [9, 3, [3, 3, 3]],
  [2, 5, [2]],
  [0, 5, []],
])("A body of %i bytes comes in chunks of %i", async (length, bytes, sizes) => {
  const body = Buffer.from(Array.from({ length }, (_, n) => n));
  for (const arrived of [1, 4, 100]) {
    const chunks: Buffer[] = [];
    for await (const chunk of inChunks(arriving(body, arrived), bytes)) chunks.push(chunk);
    expect(chunks.map((chunk) => chunk.length)).toEqual(sizes);
    expect(Buffer.concat(chunks)).toEqual(body);
  }
});
