import { defineJob, ofNoBranch } from "./definition.ts";

/** Every morning: reminds of 保証期限 that come near, in all branches. A run makes up for missed mornings. */
export const noticeRemind = defineJob({
  name: "notice.remind",
  title: "保証期限のお知らせの作成",
  payload: ofNoBranch({}),
  about: () => null,
  attempts: { retryLimit: 5, retryDelay: 30, retryDelayMax: 600 },
  expireInSeconds: 900,
  schedule: { cron: "0 8 * * *", timeZone: "Asia/Tokyo" },
  batchSize: 1,
  concurrency: 1,
});
