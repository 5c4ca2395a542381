import { defineJob, ofNoBranch } from "./definition.ts";

/** Every ten minutes: deletes uploads that never ended and files that were removed before they were sent. */
export const attachmentSweep = defineJob({
  name: "attachment.sweep",
  title: "届かなかった添付書類の消去",
  payload: ofNoBranch({}),
  about: () => null,
  attempts: { retryLimit: 2, retryDelay: 30, retryDelayMax: 60 },
  schedule: { cron: "*/10 * * * *", timeZone: "Asia/Tokyo" },
  batchSize: 1,
  concurrency: 1,
});
