import { unstable_rethrow } from "next/navigation";
import { logFailure } from "./log.ts";
import { type Operation, perform } from "./operation.ts";
import { isOwnOrigin } from "./origin.ts";

/** The longest body that a script may send; the largest honest tab of the form is well below it. */
const MAX_BYTES = 64 * 1024;

/** The failures that every route may answer: a code that scripts rely on, its status, and a sentence for people. */
const PROBLEMS = {
  invalid: [400, "送信された内容を読み取れませんでした。画面を開き直して、もう一度お試しください。"],
  signed_out: [401, "ログアウトしています。ログインし直してください。"],
  foreign_origin: [403, "この画面以外から送信されたため、受け付けませんでした。"],
  not_found: [404, "見つかりません。画面を開き直してください。"],
  too_large: [413, "送信された内容が大きすぎます。"],
  failed: [500, "処理できませんでした。時間をおいて、もう一度お試しください。"],
} as const;

/** The status of a command's refusals. All others get 409: the request does not fit the present state. */
const REFUSALS: Readonly<Record<string, number>> = { signed_out: 401, read_only: 403, not_found: 404 };

/** A response of `{ code, message }` with the code's status, and `more` beside them. */
export function problem(code: keyof typeof PROBLEMS, more: object = {}): Response {
  const [status, message] = PROBLEMS[code];
  return Response.json({ code, message, ...more }, { status });
}

/**
 * Answers a script, which cannot follow a gate to another page: 401 where a gate would redirect to sign-in, 404 where a
 * page would not exist, and for an unknown error 500 with the reference under which it is logged.
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
 * A route that runs an operation for a script. Checks the gate, the length, the shape and the origin, in this order,
 * then runs the operation on the fields of the body and of the address. Answers the operation's value (or what `answer`
 * makes of it), or `{ code, message }`: 400 invalid (with `fields`), 401 signed_out, 403 foreign_origin or read_only,
 * 404 not_found, 413 too_large, 500 failed (with `ref`), and 409 with the reason of any other refusal.
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

/** The request's text, or null when it is too long, whatever its Content-Length claims. */
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

/** The fields of a JSON object; none for an empty body, null for anything that is not an object. */
function readObject(text: string): object | null {
  if (text === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && !Array.isArray(body) ? body : null;
  } catch {
    return null;
  }
}
