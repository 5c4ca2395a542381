"use client";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { RadioGroup, Select } from "#components/form/choices.tsx";
import { ImeSafeForm } from "#components/form/ime-safe-form.tsx";
import { DateInput } from "#components/form/inputs.tsx";
import { VerdictBanner } from "#components/obligees/verdict-banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { DateText } from "#components/ui/text.tsx";
import { parseDate } from "#lib/core/calendar.ts";
import { paths } from "#lib/core/paths.ts";
import { FIELDS } from "#lib/features/questions/constants.ts";
import { PROCUREMENTS } from "#lib/features/questions/lines/choices.ts";
import { decidingDate } from "#lib/features/questions/rules.ts";
import { judgeEligibility, OTHER_OBLIGEE, procurementOf } from "#lib/features/questions/steps/eligibility.ts";
import type { ObligeeChoice, RawDraft } from "#lib/features/questions/types.ts";

const procurements = Object.entries(PROCUREMENTS).map(([value, label]) => ({ value, label }));

/**
 * Whether 電子保証 may be used: the form answers while it is filled in, and without script by a plain GET, whose address
 * can be kept or sent to somebody. `initial` is what the address says.
 */
export function EligibilityForm({ obligees, initial }: { obligees: ObligeeChoice[]; initial: RawDraft }) {
  const [raw, setRaw] = useState(initial);
  const form = useRef<HTMLFormElement>(null);
  // Answers given before the script ran are in the controls, but raised no event.
  useEffect(() => {
    if (!form.current) return;
    const answers = new FormData(form.current);
    setRaw(Object.fromEntries([...answers].map(([name, value]) => [name, String(value)])));
  }, []);
  const note = ({ target: { name, value } }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    setRaw((before) => ({ ...before, [name]: value }));
  const procurement = procurementOf(raw);
  const deciding = procurement && decidingDate(procurement);
  const verdict = judgeEligibility(raw, obligees);
  // Questions that do not apply (yet) are hidden; without script nothing could show them, so they stay visible.
  const shownIf = (asked: boolean) => (asked ? undefined : "not-asked-yet");
  const listed = raw.obligee !== OTHER_OBLIGEE;
  const date = (name: "noticeOn" | "nominatedOn", help: string) => {
    const iso = parseDate(raw[name] ?? "");
    return (
      <div className={shownIf(listed && deciding === name)}>
        <DateInput
          name={name}
          label={FIELDS[name]}
          help={help}
          defaultValue={initial[name]}
          onChange={note}
          aid={iso && <DateText iso={iso} />}
        />
      </div>
    );
  };
  return (
    <ImeSafeForm ref={form} action={paths.eligibility()} method="get" autoComplete="off">
      <Select
        name="obligee"
        label={FIELDS.obligee}
        blank="選んでください"
        width="width-20"
        options={[
          ...obligees.map(({ id, title }) => ({ value: id, label: title })),
          { value: OTHER_OBLIGEE, label: "一覧にない発注者" },
        ]}
        defaultValue={initial.obligee ?? ""}
        onChange={note}
      />
      <div className={shownIf(listed)}>
        <RadioGroup
          name="procurement"
          label={FIELDS.procurement}
          options={procurements}
          defaultValue={initial.procurement}
          onChange={note}
        />
      </div>
      {date("noticeOn", "競争入札は、工事を公告（公表）した日で決まります。例：2026/4/10、R8.4.10")}
      {date("nominatedOn", "随意契約は、指名を受けた日で決まります。例：2026/4/10、R8.4.10")}
      <div className="actions">
        <Button type="submit">調べる</Button>
      </div>
      <div className="block stack">
        {verdict && <h2>調べた結果</h2>}
        <div aria-live="polite">
          <VerdictBanner verdict={verdict} />
        </div>
      </div>
    </ImeSafeForm>
  );
}
