import type { UploadEvent } from "#components/attachments/uploads.ts";
import { paths } from "#lib/core/paths.ts";
import { type AttachmentKind, MAX_BYTES, REFUSALS } from "#lib/features/attachments/constants.ts";
import { recognize } from "#lib/features/attachments/rules.ts";
import type { AttachmentList, UploadAnswer } from "#lib/features/attachments/types.ts";

const signedOut =
  "ログアウトしているため、添付できません。別の画面でログインし直してから、もう一度選んでください。";

type Sending = {
  applicationId: string;
  kind: AttachmentKind;
  file: File;
  key: string;
  signal: AbortSignal;
  notify: (event: UploadEvent) => void;
};

/** Sends one file; one that cannot be accepted is rejected before a byte is sent. Returns the new list, or null. */
export async function uploadFile(sending: Sending): Promise<AttachmentList | null> {
  const { file, key, signal, notify } = sending;
  const refuse = (message: string) => {
    notify({ event: "refused", key, message });
    return null;
  };
  try {
    if (signal.aborted) throw new DOMException("cancelled", "AbortError");
    if (file.size === 0) return refuse(REFUSALS.empty);
    if (file.size > MAX_BYTES) return refuse(REFUSALS.too_big);
    const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
    if (recognize(head) === null) return refuse(REFUSALS.wrong_type);
    const { status, text } = await post(sending);
    if (status === 401) return refuse(signedOut);
    const answer: UploadAnswer = JSON.parse(text);
    if ("list" in answer) {
      notify({ event: "ended", key });
      return answer.list;
    }
    return refuse(answer.message);
  } catch {
    if (!signal.aborted) return refuse(REFUSALS.interrupted);
    notify({ event: "ended", key });
    return null;
  }
}

/** XMLHttpRequest, because fetch reports no upload progress. */
function post({ applicationId, kind, file, key, signal, notify }: Sending) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", paths.attachments(applicationId));
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) =>
      notify({ event: "sent", key, share: total > 0 ? loaded / total : 0 });
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new Error("the line broke"));
    request.onabort = () => reject(new Error("cancelled"));
    signal.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.set(kind, file, file.name);
    request.send(form);
  });
}
