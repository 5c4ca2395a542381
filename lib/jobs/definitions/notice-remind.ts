import { z } from "zod";
import type { JobDefinition } from "./definition.ts";

const schema = z.strictObject({ branchId: z.null() });
export type NoticeRemindPayload = z.infer<typeof schema>;

/** Every morning: which 保証期限 come near, in all branches. What one morning misses, the next makes up for. */
export const noticeRemind: JobDefinition<NoticeRemindPayload> = {
  name: "notice.remind",
  schema,
  key: () => "notice.remind",
  schedule: { cron: "0 8 * * *", timeZone: "Asia/Tokyo" },
  queue: { retryLimit: 5, retryDelay: 30, retryDelayMax: 600, heartbeatSeconds: 10, expireInSeconds: 900 },
  batchSize: 1,
  concurrency: 1,
};
