"use client";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { DraftEligibility } from "#components/drafts/draft-eligibility.tsx";
import { DraftQuestions } from "#components/drafts/draft-questions.tsx";
import { JvPart } from "#components/drafts/jv-part.tsx";
import { YearsPart } from "#components/drafts/years-part.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { hintOrder } from "#lib/features/questions/rules.ts";
import { namelessWarning } from "#lib/features/questions/steps/warnings.ts";

/** Tab 「請負工事の情報」. */
export function WorksTab() {
  const { raw, judged } = useDraftForm();
  const { procurement, noticeOn, nominatedOn, contractedOn, worksFrom } = judged.known.works;
  const hints = hintOrder({
    noticeOn: procurement ? (noticeOn ?? null) : null,
    nominatedOn: nominatedOn ?? null,
    contractedOn: contractedOn ?? null,
    worksFrom: worksFrom ?? null,
  });
  const nameless = namelessWarning(raw);
  return (
    <DraftQuestions
      group="works"
      notes={{
        contractedOn: hints.contractedOn && <Hint>{hints.contractedOn}</Hint>,
        worksFrom: hints.worksFrom && <Hint>{hints.worksFrom}</Hint>,
        jvName: nameless && <Hint>{nameless}</Hint>,
      }}
      then={{ nominatedOn: <DraftEligibility />, worksTo: <YearsPart />, jvName: <JvPart /> }}
    />
  );
}

function Hint({ children }: { children: string }) {
  return (
    <Banner tone="warn" plain className="fit">
      <p>{children}このままでよいか、ご確認ください。</p>
    </Banner>
  );
}
