import { currentUser, requireContractor } from "#lib/auth/gates.ts";
import { loadBanks } from "#lib/features/banks/loaders.ts";

const headers = { "cache-control": "no-store" };

/**
 * Suggestions for 「預託金融機関」 while it is being typed, for contractors: `?q=` kanji, kana, roman letters or codes.
 * Answers a BankAnswer; 401 without a session (a script cannot follow the gate's redirect), 404 for another role.
 */
export async function GET(request: Request): Promise<Response> {
  const user = await currentUser();
  if (!user) return Response.json({ error: "signed_out" }, { status: 401, headers });
  if (user.role !== "contractor") return Response.json({ error: "not_found" }, { status: 404, headers });
  const scope = await requireContractor();
  const began = performance.now();
  const found = await loadBanks(scope, new URL(request.url).searchParams.get("q") ?? "");
  const timing = `search;dur=${(performance.now() - began).toFixed(1)}`;
  return Response.json(found, { headers: { ...headers, "server-timing": timing } });
}
