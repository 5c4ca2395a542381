/** A file that is being uploaded; `share` is 0 to 1. With a `message` it was rejected. */
export type Upload = { key: string; name: string; share: number; cancel: () => void; message?: string };

export type UploadEvent =
  | { event: "chosen"; upload: Upload }
  | { event: "sent"; key: string; share: number }
  | { event: "refused"; key: string; message: string }
  | { event: "ended"; key: string }
  | { event: "cleared" };

/** The uploads after an event. */
export function uploadsAfter(uploads: readonly Upload[], change: UploadEvent): Upload[] {
  if (change.event === "chosen") return [...uploads, change.upload];
  if (change.event === "cleared") return uploads.filter(({ message }) => message === undefined);
  if (change.event === "ended") return uploads.filter(({ key }) => key !== change.key);
  const update = change.event === "sent" ? { share: change.share } : { message: change.message };
  return uploads.map((upload) => (upload.key === change.key ? { ...upload, ...update } : upload));
}
