"use client";
import { useEffect, useReducer, useRef, useState } from "react";
import { type UploadEvent, uploadsAfter } from "#components/attachments/uploads.ts";
import { useAction } from "#components/form/use-action.ts";
import { type AttachmentKind, REFUSALS } from "#lib/features/attachments/constants.ts";
import type { AttachmentList } from "#lib/features/attachments/types.ts";
import { removeAttachmentAction } from "#lib/features/uploads/actions.ts";

/** The newest list per application, because going back shows the page as it was drawn before the last upload. */
const noted = new Map<string, AttachmentList>();

function newest(applicationId: string, drawn: AttachmentList): AttachmentList {
  const known = noted.get(applicationId);
  return known && known.asOf > drawn.asOf ? known : drawn;
}

/** The attachments of a draft: those stored, those being uploaded, and the one just removed. */
export function useAttachments(applicationId: string, drawn: AttachmentList) {
  const [list, setList] = useState(() => newest(applicationId, drawn));
  const [uploads, tell] = useReducer(uploadsAfter, []);
  const [done, setDone] = useState("");
  const [result, remove] = useAction(removeAttachmentAction);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const chosen = useRef(0);
  const removed = useRemoved(list, result);
  useHold(uploads.some(({ message }) => message === undefined));

  function show(next: AttachmentList) {
    noted.set(applicationId, next);
    setList(next);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per answer of the server
  useEffect(() => {
    // The message may be about the file that is gone.
    setDone("");
    if (result.status === "done") show(result.value.list);
  }, [result]);

  /** Sends the chosen files one after another, each with its progress, and says why one was rejected. */
  function add(kind: AttachmentKind, files: readonly File[]) {
    tell({ event: "cleared" });
    setDone("");
    for (const file of files) {
      const control = new AbortController();
      const key = String(chosen.current++);
      tell({ event: "chosen", upload: { key, name: file.name, share: 0, cancel: () => control.abort() } });
      queue.current = queue.current.then(async () => {
        const notify = (event: UploadEvent) => tell(event);
        const answer = await send({ applicationId, kind, file, key, signal: control.signal, notify });
        if (!answer) return;
        show(answer);
        setDone(`「${file.name}」を添付しました。`);
      });
    }
  }

  /** Forgets why a file was rejected. */
  const dismiss = (key: string) => tell({ event: "ended", key });

  return { list: listOf(list, result), uploads, add, dismiss, remove, result, removed, done };
}

/** The upload code is loaded with the first file. If that fails, it is reported like a connection that breaks later. */
async function send(file: Parameters<typeof import("#components/attachments/upload.ts").uploadFile>[0]) {
  try {
    const { uploadFile } = await import("#components/attachments/upload.ts");
    return await uploadFile(file);
  } catch {
    file.notify({ event: "refused", key: file.key, message: REFUSALS.interrupted });
    return null;
  }
}

/** Closing the window during an upload asks first, because the files would be lost. */
function useHold(sending: boolean) {
  useEffect(() => {
    if (!sending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [sending]);
}

/** On a page drawn without script, the action's answer is there before any effect runs. */
function listOf(list: AttachmentList, result: RemoveResult): AttachmentList {
  return result.status === "done" && result.value.list.asOf > list.asOf ? result.value.list : list;
}

type RemoveResult = Awaited<ReturnType<typeof removeAttachmentAction>>;

/** The file that was removed last, by its name; null once it is restored. */
function useRemoved(list: AttachmentList, result: RemoveResult): { id: string; name: string } | null {
  const names = useRef(new Map<string, string>());
  for (const { id, fileName } of list.items) names.current.set(id, fileName);
  if (result.status !== "done" || result.value.removed === null) return null;
  const id = result.value.removed;
  return { id, name: names.current.get(id) ?? "添付書類" };
}

export type AttachmentEditor = ReturnType<typeof useAttachments>;
