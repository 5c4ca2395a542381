"use server";
import { requireBranch } from "#lib/auth/gates.ts";
import { defineAction } from "#lib/core/action.ts";
import { paths } from "#lib/core/paths.ts";
import { retryIssue, retryMail } from "./commands.ts";
import { retryIssueForm, retryMailForm } from "./schema.ts";

/** 「もう一度実行する」 */
export const retryIssueAction = defineAction({
  name: "delivery.retry_issue",
  gate: requireBranch,
  schema: retryIssueForm,
  run: retryIssue,
  refused: { retried_before: "ほかの担当者が先に実行したか、発行が終わっています。" },
  then: () => paths.branchJobs({ retried: "issue" }),
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
