import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { KeyNoticeModel } from "#lib/pdf/documents/key-notice.ts";
import { faceOf } from "#lib/pdf/kit/faces.ts";
import { type Peer, rowsOf, words } from "./peer.ts";

const typstPackage = "@myriaddreamin/typst-ts-node-compiler@0.7.0";

/** The used part of the package, which is installed only for the run and has no types here. */
type Compiler = {
  pdf(options: { mainFileContent: string; inputs: Record<string, string> }): Buffer;
  evictCache(maxAge: number): void;
};
const shape = z.object({
  NodeCompiler: z.custom<{
    create(options: {
      workspace: string;
      fontArgs: { fontBlobs?: Buffer[]; fontPaths?: string[] }[];
    }): Compiler;
  }>((value) => typeof value === "function"),
});

/** Installs Typst (native, in this process) into a folder and prepares it, with the fonts that we embed. */
export async function typst(folder: string): Promise<Peer> {
  await promisify(execFile)(
    "npm",
    ["install", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error", typstPackage],
    { cwd: folder, timeout: 120_000 },
  );
  const load = createRequire(join(folder, "package.json"));
  const { NodeCompiler } = shape.parse(load("@myriaddreamin/typst-ts-node-compiler"));
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [
      {
        fontPaths: [
          faceOf("BIZUDPMincho-Regular").path,
          faceOf("BIZUDPMincho-Bold").path,
          faceOf("BIZUDPGothic-Bold").path,
          faceOf("NotoSansMono-Regular").path,
          faceOf("NotoSansMono-Bold").path,
        ],
      },
    ],
  });
  return {
    render: async (notice) => {
      const pdf = compiler.pdf({ mainFileContent: source, inputs: inputsOf(notice) });
      compiler.evictCache(10);
      return pdf;
    },
    close: async () => {},
  };
}

function inputsOf(notice: KeyNoticeModel): Record<string, string> {
  return {
    rows: rowsOf(notice).flat().join("\n"),
    issuedOn: notice.issuedOn,
    addressee: notice.addressee,
    from: notice.from.join("\n"),
    number: notice.contractNumber,
    key: notice.key,
    office: [`お問い合わせ　${notice.office.name}`, `TEL ${notice.office.tel}`, notice.office.hours].join(
      "　",
    ),
  };
}

const source = `
#set document(title: "${words.title}", date: none)
#set page(width: 210mm, height: 297mm, margin: (x: 18mm, y: 15mm), background: rotate(-32deg, text(
  font: "BIZ UDPGothic", weight: "bold", size: 204pt, tracking: 0.19em, fill: white, stroke: 0.5mm + luma(222))[見本]))
#set text(font: "BIZ UDPMincho", size: 11pt, lang: "ja")
#set par(justify: true, leading: 0.8em, spacing: 0.8em)
#let given = sys.inputs
#grid(columns: (1fr, auto), box(stroke: 0.5mm + rgb("#a90000"), inset: 2mm, text(font: "BIZ UDPGothic", weight: "bold", fill: rgb("#a90000"), tracking: 0.3em)[見本]), given.issuedOn)
#v(4mm)
#text(size: 12.4pt, given.addressee)
#align(right, box(align(left, given.from.split("\\n").join(linebreak()))))
#v(5mm)
#align(center, text(size: 20pt, weight: "bold", tracking: 0.14em)[${words.title}])
#v(5mm)
${words.paragraphs.map((paragraph) => `#h(1em)${paragraph}`).join("\n\n")}
#align(center)[${words.below}]
#let rows = given.rows.split("\\n")
#let digits(key) = key.clusters().map(c => if "0123456789".contains(c) { underline(c) } else { c }).join()
#table(columns: (42.7mm, 1fr), stroke: (x: none, y: 0.2mm + luma(117)), inset: (x: 1mm, y: 2.5mm),
  ..rows,
  [保証契約番号], text(font: "Noto Sans Mono", size: 21pt, given.number),
  [認証キー], [#text(font: "Noto Sans Mono", size: 21pt, weight: "bold", tracking: 0.06em)[#digits(given.key.slice(0, 4)) #digits(given.key.slice(4, 8)) #digits(given.key.slice(8, 12))]
    #linebreak() #text(size: 9pt)[${words.legend}]])
#v(4mm)
#rect(width: 100%, inset: 5mm, stroke: 0.25mm)[*${words.toObligee}* #linebreak() ${words.verify}]
#v(4mm)
#line(length: 100%, stroke: 0.2mm)
#align(right, given.office)
`;
