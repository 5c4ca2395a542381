"use server";
import { requireAdmin, requireBranch } from "#lib/auth/gates.ts";
import { defineAction } from "#lib/core/action.ts";
import { paths } from "#lib/core/paths.ts";
import { retryJob, retryMail } from "./commands.ts";
import { retryJobForm, retryMailForm } from "./schema.ts";

const retry = {
  name: "delivery.retry_job",
  schema: retryJobForm,
  run: retryJob,
  refused: { retried_before: "ほかの担当者が先に実行したか、処理が終わっています。" },
};

/** 「もう一度実行する」 of the branch. */
export const retryJobAction = defineAction({
  ...retry,
  gate: requireBranch,
  then: () => paths.branchJobs({ retried: "job" }),
});

/** 「もう一度実行する」 of the administrator, for jobs of no branch. */
export const retryAdminJobAction = defineAction({
  ...retry,
  gate: requireAdmin,
  then: () => paths.admin({ retried: true }),
});

/** 「もう一度送信する」 */
export const retryMailAction = defineAction({
  name: "delivery.retry_mail",
  gate: requireBranch,
  schema: retryMailForm,
  run: retryMail,
  refused: { retried_before: "ほかの担当者が先に送信したか、自動で送信しています。" },
  then: () => paths.branchJobs({ retried: "mail" }),
});
