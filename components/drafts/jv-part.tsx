"use client";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { DraftField } from "#components/drafts/draft-fields.tsx";
import { DraftQuestions } from "#components/drafts/draft-questions.tsx";
import { Needed } from "#components/drafts/needed.tsx";
import { Button } from "#components/ui/button.tsx";
import { JV_ROWS } from "#lib/features/questions/constants.ts";
import { formatShare } from "#lib/features/questions/rules.ts";
import { filledRows } from "#lib/features/questions/steps/cases.ts";
import { sumOfShares } from "#lib/features/questions/steps/judgement.ts";

/** 「JVの構成」 appears with 「JV名」. */
export function JvPart() {
  const { raw } = useDraftForm();
  return (
    <Needed when={(raw.jvName ?? "").trim() !== ""}>
      <fieldset className="field part">
        <legend>
          JVの構成<span className="optional">任意</span>
        </legend>
        <p className="help">
          代表者は、この申込をする会社です。割合は、甲型では出資比率、乙型では分担工事額の割合を入力してください。
          一つでも入力したときは、すべて必要です。
        </p>
        <DraftQuestions group="jv" />
        <Members />
        <Sum />
      </fieldset>
    </Needed>
  );
}

/** A few rows, one more with each press. Without script the button saves what was typed and draws the next row. */
function Members() {
  const { drawn } = useDraftForm();
  const [count, setCount] = useState(() => Math.max(2, (filledRows("members", drawn).at(-1) ?? 0) + 1));
  const added = useRef<number>(null);
  const add = (event: MouseEvent) => {
    event.preventDefault();
    added.current = count + 1;
    setCount(count + 1);
  };
  useEffect(() => {
    if (count === added.current) document.getElementById(`jvMember${count}`)?.focus();
  }, [count]);
  return (
    <>
      {JV_ROWS.filter((n) => n <= count).map((n) => (
        <div key={n} className="pairing">
          <DraftField name={`jvMember${n}`} />
          <DraftField name={`jvShare${n}`} />
        </div>
      ))}
      {count < JV_ROWS.length && (
        <p className="field">
          <Button type="submit" variant="line" name="intent" value="row" onClick={add}>
            構成員を追加
          </Button>
        </p>
      )}
    </>
  );
}

function Sum() {
  const { jv } = useDraftForm().judged.known.works;
  const { sum } = sumOfShares(jv ?? { members: [] });
  if (sum === 0) return null;
  return (
    <p className="ratio">
      割合の合計
      <output>{formatShare(sum)}</output>
      {sum !== 10_000 && <span className="wrong">（100.00%になるように入力してください）</span>}
    </p>
  );
}
