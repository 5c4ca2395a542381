import { z } from "zod";
import { defineJob, ofBranch, overMinutes } from "./definition.ts";

/** Makes the number, key, certificate, PDFs and mail of one guarantee. */
export const guaranteeIssue = defineJob({
  name: "guarantee.issue",
  title: "保証契約の発行",
  payload: ofBranch({ guaranteeId: z.uuid() }),
  identity: ({ guaranteeId }) => guaranteeId,
  about: ({ guaranteeId }) => ({ record: "guarantee", id: guaranteeId }),
  attempts: overMinutes,
  batchSize: 8,
  concurrency: 1,
});
