import { SectionHead } from "#components/layout/page.tsx";
import { type PairRow, PairRows } from "#components/ui/rows.tsx";
import { Code, DateText, Money } from "#components/ui/text.tsx";
import type { CertificateOverview as Overview } from "#lib/features/certificates/types.ts";

/** The guarantee at a glance; called 「電子保証概要」 unless it is on paper. */
export function CertificateOverview({
  overview,
  title = "電子保証概要",
}: {
  overview: Overview;
  title?: string;
}) {
  const { product, contractNumber } = overview;
  return (
    <section className="block" aria-labelledby="h-overview">
      <SectionHead
        id="h-overview"
        title={title}
        side={
          <p className="secondary">
            {product}　<Code>{contractNumber}</Code>
          </p>
        }
      />
      <PairRows items={rowsOf(overview)} />
    </section>
  );
}

function rowsOf(overview: Overview): PairRow[] {
  const { startsOn, expiresOn, bank, jvName } = overview;
  const jv = {
    label: "JV名",
    wide: Boolean(jvName),
    value: jvName && (
      <>
        {jvName}
        {overview.members.map((line) => (
          <span key={line} className="second-line">
            {line}
          </span>
        ))}
      </>
    ),
  };
  return [
    { label: "工事名", value: overview.workName, wide: true },
    { label: "発注者名", value: overview.obligee },
    { label: "請負契約者", value: `${overview.contractor} 様` },
    { label: "請負金額", value: <Money yen={overview.contractYen} /> },
    { label: "保証金額", value: <Money yen={overview.guaranteeYen} /> },
    { label: "商品名", value: overview.product, wide: Boolean(jvName) && bank === null },
    ...(bank === null ? [] : [{ label: "預託金融機関", value: bank }]),
    ...(startsOn === null
      ? [{ label: "保証期限", value: <DateText iso={expiresOn} />, wide: Boolean(jvName) }, jv]
      : [jv, { label: "保証期間", value: <Term from={startsOn} to={expiresOn} />, wide: true }]),
  ];
}

function Term({ from, to }: { from: string; to: string }) {
  return (
    <>
      <span className="inline-block">
        <DateText iso={from} />
        から
      </span>{" "}
      <span className="inline-block">
        <DateText iso={to} />
        まで
      </span>
    </>
  );
}
