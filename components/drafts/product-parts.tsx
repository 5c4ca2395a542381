"use client";
import type { ReactNode } from "react";
import { useDraftBox, useDraftForm } from "#components/drafts/draft-context.tsx";
import { DraftDate } from "#components/drafts/draft-fields.tsx";
import { DraftProposal } from "#components/drafts/draft-proposal.tsx";
import { Needed } from "#components/drafts/needed.tsx";
import { Checkbox } from "#components/form/choices.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Missing, Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import { formatYen } from "#lib/core/money.ts";
import { paths } from "#lib/core/paths.ts";
import { PAYMENTS } from "#lib/features/questions/lines/choices.ts";
import { filledRows } from "#lib/features/questions/steps/cases.ts";
import { cautionLeftOut } from "#lib/features/questions/steps/cautions.ts";
import { obligeeOf } from "#lib/features/questions/steps/eligibility.ts";
import { measuresOf } from "#lib/features/questions/steps/live.ts";
import type { ProposalName } from "#lib/features/questions/steps/years.ts";

/** 保証料支払方法. */
export const payments = Object.entries(PAYMENTS).map(([value, label]) => ({ value, label }));

type ProductGroupProps = {
  /** The group's legend, to the letter. */
  title: string;
  product: Product;
  children: ReactNode;
};

/** One product: where it stands, whether it is applied for, its questions. */
export function ProductGroup({ title, product, children }: ProductGroupProps) {
  const { raw, status } = useDraftForm();
  const leftOut = cautionLeftOut(raw, product);
  return (
    <section className="product">
      <fieldset>
        <legend>
          <h3>{title}</h3>
        </legend>
        <dl className="state">
          <div>
            <dt>手続状況</dt>
            <dd>{status}</dd>
          </div>
          <div>
            <dt>保証契約番号</dt>
            <dd>発行後に表示します</dd>
          </div>
        </dl>
        <Checkbox {...useDraftBox(`${product}Apply`)} main />
        {leftOut && (
          <Banner tone="warn" plain className="fit">
            <p>{leftOut}</p>
          </Banner>
        )}
        {children}
      </fieldset>
    </section>
  );
}

/** 保証期限 of an advance, asked with 年度割 only; the year's end is proposed, and 工期（至） is the rule without. */
export function Term({
  name,
  proposal,
}: {
  name: "advanceExpiresOn" | "interimExpiresOn";
  proposal: ProposalName;
}) {
  const { raw } = useDraftForm();
  return (
    <Needed when={filledRows("years", raw).length > 0}>
      <DraftDate
        name={name}
        required
        help="年度割のある工事では、申し込む年度の末日です。最後の年度は、工期（至）です。"
        after={<DraftProposal name={proposal} />}
      />
    </Needed>
  );
}

/** The shares of a product's amount in its base, live while typing. */
export function Ratios({ product }: { product: Product }) {
  const { raw, context } = useDraftForm();
  return measuresOf(product, raw, context).map(({ together, base, baseYen, ratio, bound, limitYen, met }) => (
    <p key={String(together)} className="ratio">
      {together && "前払金との合計の、"}
      {base}
      {baseYen !== null && ` ${formatYen(baseYen)}`}に対する割合
      <output>{ratio ?? <Missing />}</output>
      {met === false && limitYen !== null && (
        <span className="wrong">
          （{bound === "least" ? "下限" : "上限"} {formatYen(limitYen)}
          {bound === "least" ? "に足りません" : "を超えています"}）
        </span>
      )}
    </p>
  ));
}

/**
 * Whether 電子保証 can be used, under the question of the form, live. The second product repeats it only when it stands
 * in the way.
 */
export function EligibilityBanner({
  chosen,
  brief = false,
}: {
  chosen: string | undefined;
  brief?: boolean;
}) {
  const { raw, context, judged } = useDraftForm();
  const { eligibility } = judged;
  const title = obligeeOf(raw, context.obligees)?.title;
  if (brief && eligibility?.verdict !== "rejected") return null;
  if (!eligibility || !title)
    return (
      <Banner plain className="fit">
        <p>「請負工事の情報」で発注者を選ぶと、電子保証を利用できるか表示します。</p>
      </Banner>
    );
  const link = !brief && (
    <TextLink href={paths.accepting()} target="_blank" rel="noopener">
      電子保証対応の発注者
    </TextLink>
  );
  if (eligibility.verdict === "unknown")
    return (
      <Banner plain className="fit">
        <p>
          電子保証を利用できるか確かめるため、「請負工事の情報」の{eligibility.missing}を入力してください。
          {link}
        </p>
      </Banner>
    );
  if (eligibility.verdict !== "accepted")
    return (
      <Banner
        tone={eligibility.verdict === "rejected" && chosen === "electronic" ? "error" : "warn"}
        plain
        className="fit"
      >
        <p>
          <Unbroken>{eligibility.reason}</Unbroken>
          {link}
        </p>
      </Banner>
    );
  return (
    <Banner tone="ok" plain className="fit" title={`${title}は電子保証を利用できます`}>
      <p className="small secondary">
        <Unbroken>{eligibility.reason}</Unbroken>
        {link}
      </p>
    </Banner>
  );
}
