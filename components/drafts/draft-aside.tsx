"use client";
import { ContactCards } from "#components/branches/contact-cards.tsx";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { type SavedProps, SavedWords } from "#components/drafts/draft-saved.tsx";
import { Aside } from "#components/layout/page.tsx";
import { Card } from "#components/ui/card.tsx";
import { classes } from "#components/ui/classes.ts";
import { Rows } from "#components/ui/rows.tsx";
import { formatYen } from "#lib/core/money.ts";
import { FIELDS, PRODUCTS_ASKED } from "#lib/features/questions/constants.ts";
import { yenOf } from "#lib/features/questions/schema.ts";
import { measuresOf } from "#lib/features/questions/steps/live.ts";
import type { Measure } from "#lib/features/questions/steps/measures.ts";

/** The side column of the form: the live amounts, whether the draft is saved, whom to call. */
export function DraftAside(saved: SavedProps) {
  const { raw, context } = useDraftForm();
  const chosen = context.branches.filter((branch) => branch.id === raw.branch);
  return (
    <Aside label="申込の金額と保存" sticky>
      <AmountsCard />
      <Card title="下書き">
        <div className="wide-saved">
          <SavedWords {...saved} />
        </div>
        <p className="small secondary">入力した内容は自動で保存します。別の端末でも続きを入力できます。</p>
      </Card>
      <ContactCards branches={chosen.length > 0 ? chosen : context.branches} />
    </Aside>
  );
}

function AmountsCard() {
  const { raw, context } = useDraftForm();
  const contractYen = yenOf(raw.contractYen);
  // 中間前払金 is rare; the leaflet's two products are always shown.
  const products = PRODUCTS_ASKED.filter((product) => product !== "interim" || raw.interimApply);
  return (
    <Card title="申込の金額">
      <Rows
        tight
        items={[
          {
            label: "請負金額",
            value: contractYen === null ? null : <span className="digits">{formatYen(contractYen)}</span>,
          },
          ...products.map((product) => ({
            label: FIELDS[`${product}Yen`],
            ...amountOf(raw[`${product}Apply`], measuresOf(product, raw, context)[0]),
          })),
        ]}
      />
    </Card>
  );
}

function amountOf(applied: string | undefined, measure: Measure | undefined) {
  if (!applied) return { empty: "申し込まない" };
  if (!measure || measure.yen === null) return {};
  const { yen, ratio, met, bound } = measure;
  return {
    value: (
      <>
        <span className="digits">{formatYen(yen)}</span>
        {ratio !== null && (
          <span className={classes("second-line", met === false && "wrong")}>
            割合 {ratio}
            {met === false && `（${bound === "least" ? "不足" : "超過"}）`}
          </span>
        )}
      </>
    ),
  };
}
