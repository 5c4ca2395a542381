import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { Banner } from "#components/ui/banner.tsx";
import type { ActionResult } from "#lib/core/result.ts";
import type { CaseActions } from "#lib/features/examinations/types.ts";

type CaseBannerProps = {
  shown: CaseActions["kind"];
  results: readonly ActionResult[];
};

/** Why an action did not happen: somebody was faster, or something broke. Mistakes are shown at their own field. */
export function CaseBanner({ shown, results }: CaseBannerProps) {
  const router = useRouter();
  const late = results.find((result) => result.status === "refused" && result.reason === "changed_meanwhile");
  // The page around the banner is from before somebody else acted; its status and buttons are replaced by today's.
  useEffect(() => {
    if (late) router.refresh();
  }, [late, router]);
  const failed = results.find(
    (result) => result.status === "failed" || (result.status === "refused" && result.reason === "not_found"),
  );
  if (failed) return <ActionBanner result={failed} />;
  if (late?.status !== "refused") return null;
  const reason = late.values?.reason;
  return (
    <Banner role="alert" title="ほかの担当者が先に処理しました">
      <p>{late.message}</p>
      {reason && shown !== "examine" && (
        // The textarea is gone with the status, but not what was written in it.
        <p className="keep-lines">入力した理由：{reason}</p>
      )}
      <p>この画面は、最新の内容に更新されています。</p>
    </Banner>
  );
}
