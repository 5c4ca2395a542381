"use client";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { DraftProposal } from "#components/drafts/draft-proposal.tsx";
import { DraftQuestions } from "#components/drafts/draft-questions.tsx";
import { InterimGroup } from "#components/drafts/interim-group.tsx";
import { EligibilityBanner, ProductGroup, Ratios } from "#components/drafts/product-parts.tsx";
import { Facts } from "#components/ui/rows.tsx";
import { Missing } from "#components/ui/text.tsx";
import { formatYen } from "#lib/core/money.ts";
import { yenOf } from "#lib/features/questions/schema.ts";
import { obligeeOf } from "#lib/features/questions/steps/eligibility.ts";

/** The works at the top of the tab, so that nobody applies for the wrong ones. */
function WorksStrip() {
  const { raw, context } = useDraftForm();
  const yen = yenOf(raw.contractYen);
  return (
    <Facts
      strip
      items={[
        { label: "工事名", value: raw.workName?.trim() || <Missing /> },
        { label: "発注者", value: obligeeOf(raw, context.obligees)?.title ?? <Missing /> },
        {
          label: "請負金額",
          value: yen === null ? <Missing /> : <span className="digits">{formatYen(yen)}</span>,
        },
      ]}
    />
  );
}

/**
 * Tab 「保証の申込内容」: the leaflet's two products in view, the third one's questions once it is applied for. A product's
 * questions count only when it is applied for.
 */
export function ProductsTab() {
  const { raw } = useDraftForm();
  return (
    <>
      <WorksStrip />
      <ProductGroup product="advance">
        <DraftQuestions
          group="advance"
          notes={{
            advanceForm: <EligibilityBanner chosen={raw.advanceForm} />,
            advanceBaseYen: <DraftProposal name="advanceBase" />,
            advanceExpiresOn: <DraftProposal name="advanceTerm" />,
            advanceYen: <Ratios product="advance" />,
          }}
        />
      </ProductGroup>
      <ProductGroup product="performance">
        <DraftQuestions
          group="performance"
          notes={{
            performanceForm: <EligibilityBanner chosen={raw.performanceForm} brief />,
            performanceYen: <Ratios product="performance" />,
          }}
        />
      </ProductGroup>
      <InterimGroup />
    </>
  );
}
