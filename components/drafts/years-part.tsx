"use client";
import { useState } from "react";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { DraftField } from "#components/drafts/draft-fields.tsx";
import { DraftProposal } from "#components/drafts/draft-proposal.tsx";
import { More } from "#components/drafts/field-help.tsx";
import { Needed } from "#components/drafts/needed.tsx";
import { formatFiscalYear } from "#lib/core/calendar.ts";
import { formatYen } from "#lib/core/money.ts";
import { helpPath } from "#lib/core/paths.ts";
import { YEAR_ROWS } from "#lib/features/questions/constants.ts";
import { filledRows } from "#lib/features/questions/steps/cases.ts";
import { yearsOfWorks } from "#lib/features/questions/steps/years.ts";

/** 「年度割」: comes up when 工期 reaches over a 31 March, or when something stands there. */
export function YearsPart() {
  const { raw, drawn } = useDraftForm();
  const span = yearsOfWorks(raw);
  const filled = filledRows("years", raw);
  const [kept] = useState(() => filledRows("years", drawn).at(-1) ?? 0);
  const needed = filled.length > 0 || (span !== null && span.first < span.last);
  const count = Math.max(2, kept, filled.at(-1) ?? 0, span ? span.last - span.first + 1 : 0);
  return (
    <Needed when={needed}>
      <fieldset className="field part">
        <legend>
          年度割<span className="optional">任意</span>
        </legend>
        <p className="help">
          債務負担行為など、予算が複数年度にわたる工事だけ、年度ごとの出来高予定額を入力してください。
          {span &&
            span.first < span.last &&
            `工期は${formatFiscalYear(span.first)}から${formatFiscalYear(span.last)}までです。`}{" "}
          <More href={helpPath("faq", "years")} about="年度割" />
        </p>
        <DraftProposal name="years" />
        {YEAR_ROWS.filter((n) => n <= count).map((n) => (
          <div key={n} className="pairing">
            <DraftField name={`year${n}`} />
            <DraftField name={`yearYen${n}`} />
          </div>
        ))}
        {filled.length > 0 && <Sum />}
      </fieldset>
    </Needed>
  );
}

/** What the years make up so far, beside 請負金額. */
function Sum() {
  const { contractYen, years } = useDraftForm().judged.known.works;
  const sum = years.reduce((total, { plannedYen }) => total + (plannedYen ?? 0n), 0n);
  return (
    <p className="ratio">
      出来高予定額の合計
      <output>{formatYen(sum)}</output>
      {contractYen && sum !== contractYen && (
        <span className="wrong">（請負金額 {formatYen(contractYen)}と異なります）</span>
      )}
    </p>
  );
}
