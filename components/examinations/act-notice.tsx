import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { Code } from "#components/ui/text.tsx";
import type { ActionResult } from "#lib/core/result.ts";
import type { Acts } from "#lib/features/examinations/types.ts";

type ActNoticeProps = {
  shown: Acts["kind"];
  results: readonly ActionResult[];
};

/** Why an act did not happen, unless its own field says so: somebody was faster, or something broke. */
export function ActNotice({ shown, results }: ActNoticeProps) {
  const router = useRouter();
  const failed = results.find((result) => result.status === "failed");
  const late = results.find((result) => result.status === "refused" && result.reason === "changed_meanwhile");
  // The page around the notice is the one that was overtaken; its status and buttons are replaced by today's.
  useEffect(() => {
    if (late) router.refresh();
  }, [late, router]);
  if (failed?.status === "failed")
    return (
      <Notice tone="err" role="alert" title="処理できませんでした">
        <p>もう一度お試しください。続く場合は、管理者へ次の番号をお知らせください。</p>
        <p>
          番号　<Code>{failed.ref}</Code>
        </p>
      </Notice>
    );
  if (late?.status === "refused") {
    const reason = late.values?.reason;
    return (
      <Notice role="alert" title="ほかの担当者が先に処理しました">
        <p>{late.message}</p>
        {reason && shown !== "examine" && (
          // The textarea is gone with the status; what was written in it is not.
          <p className="whitespace-pre-line">入力した理由：{reason}</p>
        )}
        <p>この画面は、最新の内容に更新されています。</p>
      </Notice>
    );
  }
  const unknown = results.find((result) => result.status === "refused" && result.reason === "not_found");
  return unknown?.status === "refused" ? <Notice tone="err" role="alert" title={unknown.message} /> : null;
}
