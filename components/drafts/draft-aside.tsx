"use client";
import { ContactCards } from "#components/branches/contact-cards.tsx";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { type SavedProps, SavedWords } from "#components/drafts/draft-saved.tsx";
import { Aside } from "#components/layout/page.tsx";
import { Card } from "#components/ui/card.tsx";
import { classes } from "#components/ui/classes.ts";
import { Rows } from "#components/ui/rows.tsx";
import { formatYen } from "#lib/core/money.ts";
import {
  advanceShare,
  interimShares,
  performanceShare,
  type Share,
  yenOf,
} from "#lib/features/questions/steps/live.ts";

/** The side column of the form: the amounts live, whether the draft is kept, whom to call. */
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
  return (
    <Card title="申込の金額">
      <Rows
        tight
        items={[
          {
            label: "請負金額",
            value: contractYen === null ? null : <span className="digits">{formatYen(contractYen)}</span>,
          },
          { label: "前払金保証金額", ...amountOf(raw.advanceApply, advanceShare(raw, context), "超過") },
          {
            label: "契約保証金額",
            ...amountOf(raw.performanceApply, performanceShare(raw, context), "不足"),
          },
          ...(raw.interimApply
            ? [
                {
                  label: "中間前払金保証金額",
                  ...amountOf(raw.interimApply, interimShares(raw, context).alone, "超過"),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function amountOf(applied: string | undefined, { yen, ratio, met }: Share, trouble: string) {
  if (!applied) return { empty: "申し込まない" };
  if (yen === null) return {};
  return {
    value: (
      <>
        <span className="digits">{formatYen(yen)}</span>
        {ratio !== null && (
          <span className={classes("second-line", met === false && "wrong")}>
            割合 {ratio}
            {met === false && `（${trouble}）`}
          </span>
        )}
      </>
    ),
  };
}
