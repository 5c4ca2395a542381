"use client";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { useDraftField, useDraftForm } from "#components/drafts/draft-context.tsx";
import { DraftRadios, DraftText } from "#components/drafts/draft-fields.tsx";
import { Needed } from "#components/drafts/needed.tsx";
import { Field, fieldControl } from "#components/form/field.tsx";
import { Button } from "#components/ui/button.tsx";
import { type FieldName, JV_ROWS } from "#lib/features/questions/constants.ts";
import { JV_DEPOSITS, JV_KINDS } from "#lib/features/questions/lines/choices.ts";
import { formatShare } from "#lib/features/questions/rules.ts";
import { filledRows } from "#lib/features/questions/steps/cases.ts";
import { sumOfShares } from "#lib/features/questions/steps/judgement.ts";

/** 「JVの構成」: comes up with 「JV名」. */
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
        <DraftRadios name="jvKind" plain options={JV_KINDS} />
        <DraftRadios
          name="jvDeposit"
          plain
          options={JV_DEPOSITS}
          help="前払金を代表者の口座にまとめて預けるか、構成員ごとに分けて預けるかを選んでください。分割預託では、各構成員の預託金融機関を「お客様から弊社への連絡事項」に入力してください。"
        />
        <DraftShare name="jvOwnShare" />
        <Members />
        <Sum />
      </fieldset>
    </Needed>
  );
}

/** A few rows, one more at each press; without script the button keeps what was typed and draws the next row. */
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
          <DraftText name={`jvMember${n}`} plain width="width-18" />
          <DraftShare name={`jvShare${n}`} />
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

/** A share in percent, with up to two decimals. */
function DraftShare({ name }: { name: FieldName }) {
  const { label, error, ...native } = useDraftField(name);
  return (
    <Field id={name} label={label} error={error}>
      <div className="yen share">
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          {...native}
          {...fieldControl(name, { error })}
        />
        <span>%</span>
      </div>
    </Field>
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
