import type { ReactNode } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Unbroken } from "#components/ui/text.tsx";
import type { Verdict } from "#lib/features/questions/steps/eligibility.ts";

const tones = { 可: "ok", 不可: "error", 要確認: "warn" } as const;
const chips = { 可: "ok", 不可: "stop", 要確認: "turn" } as const;

/** 可, 不可 or 要確認, with the reason and the source of the rule; says what to choose while there is no verdict. */
export function VerdictBanner({
  verdict,
  plain = false,
  children,
}: {
  verdict: Verdict | null;
  plain?: boolean;
  /** Further help. */
  children?: ReactNode;
}) {
  if (!verdict)
    return (
      <Banner plain={plain} className="fit">
        <p>発注者を選ぶと、電子保証を利用できるか表示します。</p>
        {children}
      </Banner>
    );
  const { mark, title, reason, source } = verdict;
  return (
    <Banner
      tone={tones[mark]}
      plain={plain}
      className="fit"
      title={
        <>
          <Chip tone={chips[mark]}>{mark}</Chip>
          {"　"}
          {title}
        </>
      }
    >
      <p>
        <Unbroken>{reason}</Unbroken>
      </p>
      {source !== null && <p className="small secondary">出典：{source}</p>}
      {children}
    </Banner>
  );
}
