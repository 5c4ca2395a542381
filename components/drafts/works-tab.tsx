"use client";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { DraftEligibility } from "#components/drafts/draft-eligibility.tsx";
import {
  DraftDate,
  DraftMoney,
  DraftRadios,
  DraftSelect,
  DraftText,
} from "#components/drafts/draft-fields.tsx";
import { JvPart } from "#components/drafts/jv-part.tsx";
import { Needed } from "#components/drafts/needed.tsx";
import { YearsPart } from "#components/drafts/years-part.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { parseDate } from "#lib/core/calendar.ts";
import { PROCUREMENTS } from "#lib/features/questions/lines/choices.ts";
import { decidingDate, hintOrder } from "#lib/features/questions/rules.ts";
import { cautionNameless } from "#lib/features/questions/steps/cautions.ts";
import { procurementOf } from "#lib/features/questions/steps/eligibility.ts";

/** Tab 「請負工事の情報」. */
export function WorksTab() {
  const { raw, context } = useDraftForm();
  const procurement = procurementOf(raw);
  const deciding = procurement && decidingDate(procurement);
  const obligees = (electronic: boolean) =>
    context.obligees
      .filter(({ rule }) => rule.acceptsElectronic === electronic)
      .map(({ id, title }) => ({ value: id, label: title }));
  const hints = hintOrder({
    noticeOn: deciding === "noticeOn" ? parseDate(raw.noticeOn ?? "") : null,
    nominatedOn: deciding === "nominatedOn" ? parseDate(raw.nominatedOn ?? "") : null,
    contractedOn: parseDate(raw.contractedOn ?? ""),
    worksFrom: parseDate(raw.worksFrom ?? ""),
  });
  const nameless = cautionNameless(raw);
  return (
    <>
      <DraftSelect
        name="obligee"
        groups={[
          { label: "電子保証に対応しています", options: obligees(true) },
          { label: "証書（紙）のみです", options: obligees(false) },
        ]}
      />
      <DraftText
        name="workName"
        required
        width="width-24"
        help="請負契約書（案）のとおりに入力してください。"
      />
      <DraftText name="workNumber" width="width-14" />
      <DraftRadios name="procurement" options={PROCUREMENTS} />
      <Needed when={deciding !== "nominatedOn"}>
        <DraftDate
          name="noticeOn"
          required
          help="工事を公告（公表）した日を入力してください。例：2026/4/10、R8.4.10"
        />
      </Needed>
      <Needed when={deciding === "nominatedOn"}>
        <DraftDate
          name="nominatedOn"
          required
          help="指名を受けた日を入力してください。例：2026/4/10、R8.4.10"
        />
      </Needed>
      <DraftEligibility />
      <DraftDate
        name="contractedOn"
        help="まだ契約していないときは、入力しないでください。"
        after={hints.contractedOn && <Hint>{hints.contractedOn}</Hint>}
      />
      <DraftMoney name="contractYen" required help="請負契約書（案）の金額を入力してください。" />
      <DraftDate name="worksFrom" required after={hints.worksFrom && <Hint>{hints.worksFrom}</Hint>} />
      <DraftDate name="worksTo" required />
      <YearsPart />
      <DraftText name="worksPlace" width="width-24" />
      <DraftText
        name="jvName"
        width="width-24"
        help="共同企業体で請け負うときに入力してください。"
        after={nameless && <Hint>{nameless}</Hint>}
      />
      <JvPart />
    </>
  );
}

function Hint({ children }: { children: string }) {
  return (
    <Banner tone="warn" plain className="fit">
      <p>{children}このままでよいか、ご確認ください。</p>
    </Banner>
  );
}
