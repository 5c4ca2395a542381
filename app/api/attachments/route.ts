import { redirect, unstable_rethrow } from "next/navigation";
import { requireContractor } from "#lib/auth/gates.ts";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { isId } from "#lib/core/ids.ts";
import { answerJson, problem } from "#lib/core/json-route.ts";
import { logFailure } from "#lib/core/log.ts";
import { MultipartError, readPostedFiles } from "#lib/core/multipart.ts";
import { isOwnOrigin } from "#lib/core/origin.ts";
import { paths } from "#lib/core/paths.ts";
import { isRefused } from "#lib/core/result.ts";
import {
  type AttachmentKind,
  KIND_NAMES,
  MAX_TOTAL_BYTES,
  REFUSALS,
  type Refusal,
} from "#lib/features/attachments/constants.ts";
import type { UploadAnswer } from "#lib/features/attachments/types.ts";
import { storeUpload } from "#lib/features/uploads/commands.ts";
import { loadDraftAttachments } from "#lib/features/uploads/loaders.ts";

/** The largest allowed request: all attachments of one application, and the form around them. */
const maxRequestBytes = MAX_TOTAL_BYTES + 1024 * 1024;

const name = "attachment.add";

const statusOf: Partial<Record<Refusal, number>> = {
  not_found: 404,
  read_only: 403,
  not_editable: 409,
  too_big: 413,
  too_many: 409,
  failed: 500,
};

/**
 * Uploads files to the draft in `?application=`, as a posted form whose file fields are named by kind. It is a route of
 * its own, because it reads the body while it arrives and a script can show the progress. It answers a script (Accept:
 * application/json) with an UploadAnswer and otherwise redirects to the tab.
 */
export function POST(request: Request): Promise<Response> {
  const byScript = request.headers.get("accept") === "application/json";
  return byScript ? answerJson(name, () => add(request, true)) : add(request, false);
}

async function add(request: Request, byScript: boolean): Promise<Response> {
  const scope = await requireContractor();
  if (!(await isOwnOrigin(name))) return problem("foreign_origin");
  const applicationId = new URL(request.url).searchParams.get("application") ?? "";
  const refusal = scope.readOnly
    ? "read_only"
    : isId(applicationId)
      ? await receive(scope, applicationId, request)
      : "not_found";
  if (!byScript)
    redirect(
      refusal === "not_found"
        ? paths.applications()
        : paths.applicationAttachments(applicationId, { refusal }),
    );
  const answer: UploadAnswer =
    refusal === undefined
      ? { list: await loadDraftAttachments(scope, applicationId) }
      : { code: refusal, message: REFUSALS[refusal] };
  return Response.json(answer, { status: refusal === undefined ? 200 : (statusOf[refusal] ?? 422) });
}

/** Stores every file of the form; returns the first reason why one was rejected, or undefined. */
async function receive(
  scope: ContractorScope,
  applicationId: string,
  request: Request,
): Promise<Refusal | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > maxRequestBytes) return "too_big";
  let reason: Refusal | undefined;
  try {
    const files = readPostedFiles(request.headers.get("content-type") ?? "", limited(request.body));
    for await (const { name, fileName, body } of files) {
      // A file input without a file posts an empty name.
      if (!fileName || !isKind(name)) continue;
      const stored = await storeUpload(scope, { applicationId, kind: name, fileName, body });
      if (isRefused(stored)) reason ??= stored.refused;
    }
    return reason;
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof MultipartError) return "interrupted";
    if (request.signal.aborted) return "interrupted";
    logFailure("an upload failed", error, { name });
    return "failed";
  }
}

const isKind = (name: string): name is AttachmentKind => (KIND_NAMES as string[]).includes(name);

/** Limits the body to the allowed length, whatever its Content-Length claims. */
async function* limited(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxRequestBytes) throw new MultipartError("longer than allowed");
    yield chunk;
  }
}
