import "server-only";
import type { Metadata } from "next";
import type { Scope } from "#lib/core/db.ts";

/**
 * The title of a page behind a gate, for those whom the gate lets in. A fixed title would stand above the 404 that
 * everybody else gets and reveal that the page exists (docs/quality.md C02).
 */
export function titleBehind(gate: () => Promise<Scope>, title: string): () => Promise<Metadata> {
  return async () => {
    await gate();
    return { title };
  };
}
