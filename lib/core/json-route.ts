import { unstable_rethrow } from "next/navigation";
import { logFailure } from "./log.ts";
import { type Operation, perform } from "./operation.ts";
import { isOwnOrigin } from "./origin.ts";

/** The longest body that a script may send. The longest honest tab of a form is well below. */
const MAX_BYTES = 64 * 1024;

/** What any request to a route may meet: a code that scripts rely on, its status, and the sentence for a person. */
const PROBLEMS = {
  invalid: [400, "送信された内容を読み取れませんでした。画面を開き直して、もう一度お試しください。"],
  signed_out: [401, "ログアウトしています。ログインし直してください。"],
  foreign_origin: [403, "この画面以外から送信されたため、受け付けませんでした。"],
  not_found: [404, "見つかりません。画面を開き直してください。"],
  too_large: [413, "送信された内容が大きすぎます。"],
  failed: [500, "処理できませんでした。時間をおいて、もう一度お試しください。"],
} as const;

/** The status of a command's refusals; of all others 409: what was asked for does not go with how things stand. */
const REFUSALS: Readonly<Record<string, number>> = { signed_out: 401, read_only: 403, not_found: 404 };

/** `{ code, message }` with the code's status, and what else there is to know of it. */
export function problem(code: keyof typeof PROBLEMS, more: object = {}): Response {
  const [status, message] = PROBLEMS[code];
  return Response.json({ code, message, ...more }, { status });
}

/**
 * Answers a script, which can follow no gate to another page: where a gate redirects to sign-in it hears 401, where a
 * page does not exist 404, and of what broke a reference under which the log has it.
 */
export async function answerJson(name: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const left = error instanceof Error && "digest" in error ? String(error.digest) : "";
    if (left.startsWith("NEXT_REDIRECT;")) return problem("signed_out");
    if (left === "NEXT_HTTP_ERROR_FALLBACK;404") return problem("not_found");
    unstable_rethrow(error);
    return problem("failed", { ref: logFailure("route failed", error, { name }) });
  }
}

type Context = { params: Promise<Record<string, string>> };

/**
 * The script's door to an operation: gate, length, shape, origin, in this order, then the operation on the body's fields
 * and those of the address. Answers its value (or what `answer` makes of it), or `{ code, message }`: 400 invalid (with
 * `fields`), 401 signed_out, 403 foreign_origin or read_only, 404 not_found, 413 too_large, 500 failed (with `ref`), and
 * 409 with the reason of any other refusal.
 */
export function jsonRoute<S, I, O, R extends string, V extends object>(
  operation: Operation<S, I, O, R, V>,
  answer: (value: V) => Response = (value) => Response.json(value),
) {
  const { name, gate } = operation;
  return (request: Request, { params }: Context): Promise<Response> =>
    answerJson(name, async () => {
      const scope = await gate();
      const text = await readText(request);
      if (text === null) return problem("too_large");
      const body = readObject(text);
      if (body === null) return problem("invalid");
      if (!(await isOwnOrigin(name))) return problem("foreign_origin");
      const outcome = await perform(operation, scope, { ...body, ...(await params) });
      if (outcome.status === "done") return answer(outcome.value);
      if (outcome.status === "invalid") return problem("invalid", { fields: outcome.fields });
      const { reason, message } = outcome;
      return Response.json({ code: reason, message }, { status: REFUSALS[reason] ?? 409 });
    });
}

/** The request's text, or null when it is longer than allowed; a wrong Content-Length does not help. */
async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The fields of a JSON object; none of an empty body; null of anything else. */
function readObject(text: string): object | null {
  if (text === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && !Array.isArray(body) ? body : null;
  } catch {
    return null;
  }
}
