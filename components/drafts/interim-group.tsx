"use client";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { DraftField } from "#components/drafts/draft-fields.tsx";
import { DraftProposal } from "#components/drafts/draft-proposal.tsx";
import { DraftQuestions } from "#components/drafts/draft-questions.tsx";
import { More } from "#components/drafts/field-help.tsx";
import { Needed } from "#components/drafts/needed.tsx";
import { EligibilityBanner, ProductGroup, Ratios } from "#components/drafts/product-parts.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { DateText } from "#components/ui/text.tsx";
import { todayInTokyo } from "#lib/core/calendar.ts";
import { helpPath } from "#lib/core/paths.ts";
import { INTERIM_CONDITIONS } from "#lib/features/questions/constants.ts";

/** 「中間前払金保証」 is rare, so its questions appear once it is applied for. */
export function InterimGroup() {
  const { raw } = useDraftForm();
  return (
    <ProductGroup product="interim">
      <p className="help">
        前払金の支払いを受けた工事で、工期の半ばに、もう一度前払金を請求するときに申し込みます。
      </p>
      <Needed when={Boolean(raw.interimApply)}>
        <Questions />
      </Needed>
    </ProductGroup>
  );
}

function Questions() {
  const { raw } = useDraftForm();
  return (
    <>
      <Order together={Boolean(raw.advanceApply)} />
      <fieldset className="field">
        <legend>
          中間前払金の条件<span className="required">必須</span>
        </legend>
        <p className="help">
          すべてに当てはまるときに申し込めます。年度割のある工事では、工期と請負金額を今年度の分に読み替えてください。{" "}
          <More href={helpPath("faq", "interim")} about="中間前払金の条件" />
        </p>
        {INTERIM_CONDITIONS.map((name) => (
          <DraftField key={name} name={name} />
        ))}
        <Half />
      </fieldset>
      <DraftQuestions
        group="interim"
        notes={{
          interimForm: <EligibilityBanner chosen={raw.interimForm} brief />,
          interimBaseYen: <DraftProposal name="interimBase" />,
          interimExpiresOn: <DraftProposal name="interimTerm" />,
          interimYen: <Ratios product="interim" />,
        }}
      />
    </>
  );
}

/** A hint about the order of the advances (docs/domain.md 1.4), also when one application has both. */
function Order({ together }: { together: boolean }) {
  return (
    <Banner tone={together ? "warn" : "info"} plain className="fit">
      <p>
        前払金保証、前払金の受取り、発注者への認定の請求、認定調書の受取り、中間前払金保証の順に進みます。
        {together && "前払金保証と同時に申し込む順序でよいか、ご確認ください。"}
      </p>
    </Banner>
  );
}

/** The day on which half of the period will have passed. */
function Half() {
  const { halfPassedOn: on } = useDraftForm().judged;
  if (!on) return null;
  const early = todayInTokyo(new Date()) < on;
  return (
    <Banner tone={early ? "warn" : "info"} plain className="fit">
      <p>
        工期の2分の1を経過するのは、
        <DateText iso={on} />
        からです。{early && "まだ経過していません。"}
      </p>
    </Banner>
  );
}
