import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium as engine } from "playwright";
import { browserArguments } from "#lib/cli/browser.ts";
import type { KeyNoticeModel } from "#lib/pdf/documents/key-notice.ts";
import { faceOf } from "#lib/pdf/kit/faces.ts";
import { type Peer, rowsOf, words } from "./peer.ts";

/** A warm Chromium page that prints itself, with its words replaced for every document. */
export async function chromium(folder: string, executablePath: string): Promise<Peer> {
  const file = join(folder, "notice.html");
  writeFileSync(file, page);
  const browser = await engine.launch({ executablePath, args: browserArguments });
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(file).href);
  await tab.evaluate("document.fonts.ready.then(() => undefined)");
  return {
    render: async (notice) => {
      await tab.evaluate(fill, valuesOf(notice));
      return tab.pdf({ preferCSSPageSize: true, printBackground: true });
    },
    close: () => browser.close(),
  };
}

function valuesOf(notice: KeyNoticeModel): Record<string, string> {
  const key = (notice.key.match(/.{4}/g) ?? []).map((group) => group.replace(/[0-9]+/g, "<u>$&</u>"));
  const rows = rowsOf(notice).map(([label, value]) => `<tr><th>${label}<td>${value}`);
  return {
    issuedOn: notice.issuedOn,
    addressee: notice.addressee,
    from: notice.from.join("<br>"),
    rows: rows.join(""),
    number: notice.contractNumber,
    key: key.map((group) => `<span>${group}</span>`).join(""),
    office: `お問い合わせ　${notice.office.name}　TEL ${notice.office.tel}　${notice.office.hours}`,
  };
}

function fill(values: Record<string, string>): void {
  for (const [id, value] of Object.entries(values)) {
    const element = document.getElementById(id);
    if (element !== null) element.innerHTML = value;
  }
}

const face = (family: string, weight: number, path: string): string =>
  `@font-face { font-family: ${family}; font-weight: ${weight}; src: url("${pathToFileURL(path).href}"); }`;

const page = `<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><title>${words.title}</title><style>
${face("Mincho", 400, faceOf("BIZUDPMincho-Regular").path)} ${face("Mincho", 700, faceOf("BIZUDPMincho-Bold").path)}
${face("Gothic", 700, faceOf("BIZUDPGothic-Bold").path)}
${face("Mono", 400, faceOf("NotoSansMono-Regular").path)} ${face("Mono", 700, faceOf("NotoSansMono-Bold").path)}
@page { size: A4; margin: 0 } body { margin: 0; padding: 15mm 18mm; font: 11pt/1.6 Mincho } p { margin: 0; text-align: justify; text-indent: 1em }
h1 { font-size: 20pt; letter-spacing: .14em; text-align: center } .right { text-align: right } .centre { text-align: center }
.sample { font: 700 11pt Gothic; color: #a90000; border: .5mm solid; padding: 1mm 4mm; letter-spacing: .3em }
svg { position: fixed; inset: 0; width: 210mm; height: 297mm } table { width: 100%; border-collapse: collapse } th { font-weight: 400; text-align: left; width: 42mm }
td, th { border-bottom: .2mm solid #757575; padding: 2mm 1mm } .code { font: 21pt Mono } .key { font-weight: 700 } .key span { margin-right: .6em }
.box { border: .25mm solid; padding: 4mm 6mm; margin: 7mm 0 }</style>
<svg viewBox="0 0 210 297"><text x="105" y="168" text-anchor="middle" transform="rotate(-32 105 150)" font-family="Gothic" font-weight="700" font-size="72" letter-spacing="14" fill="none" stroke="#ddd" stroke-width=".5">見本</text></svg>
<div class="right"><span class="sample" style="float:left">見本</span><span id="issuedOn"></span></div><div id="addressee"></div><div class="right" id="from"></div>
<h1>${words.title}</h1>${words.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("")}<div class="centre">${words.below}</div>
<table><tbody id="rows"></tbody><tr><th>保証契約番号<td class="code" id="number"><tr><th>認証キー<td><div class="code key" id="key"></div><small>${words.legend}</small></table>
<div class="box"><b>${words.toObligee}</b><br>${words.verify}</div><hr><div class="right" id="office"></div>`;
