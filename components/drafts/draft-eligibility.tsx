"use client";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { VerdictBanner } from "#components/obligees/verdict-banner.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { ELIGIBILITY_FIELDS, judgeEligibility } from "#lib/features/questions/steps/eligibility.ts";

/**
 * Whether 電子保証 may be used, live under the questions that decide it, with a link to the page that answers it for other
 * works.
 */
export function DraftEligibility() {
  const { raw, context } = useDraftForm();
  const fields = Object.fromEntries(ELIGIBILITY_FIELDS.map((field) => [field, raw[field]]));
  return (
    <div className="field">
      <div aria-live="polite">
        <VerdictBanner verdict={judgeEligibility(raw, context.obligees)} plain>
          <p className="small">
            <TextLink href={paths.eligibility(fields)} target="_blank" rel="noopener">
              電子保証を使えるか調べる
            </TextLink>
          </p>
        </VerdictBanner>
      </div>
    </div>
  );
}
