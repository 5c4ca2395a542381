"use client";
import type { ReactNode } from "react";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { DraftField } from "#components/drafts/draft-fields.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Missing, Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import { formatYen } from "#lib/core/money.ts";
import { paths } from "#lib/core/paths.ts";
import { PRODUCT_GROUPS } from "#lib/features/questions/constants.ts";
import { obligeeOf } from "#lib/features/questions/steps/eligibility.ts";
import { measuresOf } from "#lib/features/questions/steps/live.ts";
import { leftOutWarning } from "#lib/features/questions/steps/warnings.ts";

type ProductGroupProps = {
  product: Product;
  children: ReactNode;
};

/** One product: its state, whether it is applied for, its questions. */
export function ProductGroup({ product, children }: ProductGroupProps) {
  const { raw, status } = useDraftForm();
  const leftOut = leftOutWarning(raw, product);
  return (
    <section className="product">
      <fieldset>
        <legend>
          <h3>{PRODUCT_GROUPS[product]}</h3>
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
        <DraftField name={`${product}Apply`} />
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

/** A product's amount as shares of its base, live while typing. */
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
 * Whether 電子保証 can be used, live under the question of the form. The second product repeats it only when it is an
 * obstacle.
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
