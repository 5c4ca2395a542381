import { statfs } from "node:fs/promises";
import { PlainFailure } from "#lib/cli/failure.ts";

const neededBytes = 300 * 1024 * 1024;

/** Throws a plain failure when a folder's disk has less than the 300 MB that a first start needs. */
export async function assertRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= neededBytes) return;
  const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`;
  throw new PlainFailure(
    `No disk space: ${megabytes(free)} free at ${folder}, ${megabytes(neededBytes)} needed. Free some, or set DATA_DIR elsewhere.`,
  );
}
