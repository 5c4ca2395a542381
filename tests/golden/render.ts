import { join } from "node:path";
import { renderApplicationCopy, renderCertificate, renderKeyNotice } from "#lib/pdf/render.ts";
import { goldens } from "./models.ts";

/** Renders one of the documents that have committed pictures. */
export function renderGolden(name: string): Promise<Uint8Array> {
  const found = Object.entries(goldens).find(([known]) => known === name);
  if (found === undefined) throw new Error(`No golden document ${name}`);
  const [, model] = found;
  if ("receiptNumber" in model) return renderApplicationCopy(model);
  return "key" in model ? renderKeyNotice(model) : renderCertificate(model);
}

/** The path of a page's picture; pages count from 1. */
export function goldenPath(name: string, page: number): string {
  return join(import.meta.dirname, `${name}-${page}.png`);
}
