"use client";
import { DraftBank } from "#components/drafts/draft-bank.tsx";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { DraftMoney, DraftRadios, DraftSelect, DraftText } from "#components/drafts/draft-fields.tsx";
import { DraftProposal } from "#components/drafts/draft-proposal.tsx";
import { InterimGroup } from "#components/drafts/interim-group.tsx";
import {
  EligibilityBanner,
  ProductGroup,
  payments,
  Ratios,
  Term,
} from "#components/drafts/product-parts.tsx";
import { Facts } from "#components/ui/rows.tsx";
import { Missing } from "#components/ui/text.tsx";
import { formatYen } from "#lib/core/money.ts";
import { FORMS, REDEPOSITS, WISHES } from "#lib/features/questions/lines/choices.ts";
import { yenOf } from "#lib/features/questions/schema.ts";
import { filledRows } from "#lib/features/questions/steps/cases.ts";
import { obligeeOf } from "#lib/features/questions/steps/eligibility.ts";

/** The works at the head of the tab, so that nobody applies for another one. */
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
 * Tab 「保証の申込内容」: the leaflet's two products in view, the third with its questions once it is applied for. A product's
 * questions count when it is applied for.
 */
export function ProductsTab() {
  const { raw } = useDraftForm();
  return (
    <>
      <WorksStrip />
      <ProductGroup title="前払金保証" product="advance">
        <DraftRadios
          name="advanceForm"
          options={FORMS}
          after={<EligibilityBanner chosen={raw.advanceForm} />}
        />
        <DraftMoney
          name="advanceBaseYen"
          required={filledRows("years", raw).length > 0}
          help="複数年度にわたる工事は、今年度の出来高予定額または支払限度額を入力してください。"
          after={<DraftProposal name="advanceBase" />}
        />
        <Term name="advanceExpiresOn" proposal="advanceTerm" />
        <DraftMoney name="advanceYen" required after={<Ratios product="advance" />} />
        <DraftBank name="advanceBank" help="前払金を受け取る銀行と支店の名前を入力してください。" />
        <DraftRadios name="advanceRedeposit" options={REDEPOSITS} />
        <DraftSelect name="advancePayment" options={payments} />
        <DraftText name="advanceBillTo" required width="width-24" />
        <DraftRadios name="advanceStatement" options={WISHES} />
      </ProductGroup>
      <ProductGroup title="契約保証" product="performance">
        <DraftRadios
          name="performanceForm"
          options={FORMS}
          after={<EligibilityBanner chosen={raw.performanceForm} brief />}
        />
        <DraftMoney name="performanceYen" required after={<Ratios product="performance" />} />
        <DraftSelect name="performancePayment" options={payments} />
        <DraftText name="performanceBillTo" required width="width-24" />
        <DraftRadios name="performanceStatement" options={WISHES} />
      </ProductGroup>
      <InterimGroup />
    </>
  );
}
