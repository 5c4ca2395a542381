import { requireContractor } from "#lib/auth/gates.ts";
import { answerJson } from "#lib/core/json-route.ts";
import { loadBanks } from "#lib/features/banks/loaders.ts";

/**
 * Suggestions for 「預託金融機関」 while it is typed, for contractors; `?q=` may be kanji, kana, roman letters or codes.
 * Answers a BankAnswer.
 */
export function GET(request: Request): Promise<Response> {
  return answerJson("bank.search", async () => {
    const scope = await requireContractor();
    const began = performance.now();
    const found = await loadBanks(scope, new URL(request.url).searchParams.get("q") ?? "");
    const timing = `search;dur=${(performance.now() - began).toFixed(1)}`;
    return Response.json(found, { headers: { "Server-Timing": timing } });
  });
}
