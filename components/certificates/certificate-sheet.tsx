import { Fragment } from "react";
import { SampleMark, Seal } from "#components/certificates/sheet-marks.tsx";
import type { CertificateModel } from "#lib/features/certificates/types.ts";

type CertificateSheetProps = {
  model: CertificateModel;
  /** 1 on its own page, 3 inside a section of another page. */
  headingLevel: 1 | 3;
};

const titleId = "cert-title";

/** The certificate as on paper: fluid on screen, one A4 page when printed. Only one per page. */
export function CertificateSheet({ model, headingLevel }: CertificateSheetProps) {
  const Heading = headingLevel === 1 ? "h1" : "h3";
  const { guarantor, office } = model;
  return (
    <article className="sheet" aria-labelledby={titleId}>
      {model.sample && <SampleMark />}
      {model.preamble && <p className="lead">{model.preamble}</p>}
      <div className="frame cert-frame">
        <p className="sheet-top">
          {/* Keeps the date on the right when there is no box. */}
          {model.sample ? <span className="specimen">見本</span> : <span />}
          <span>{model.issuedOn}</span>
        </p>
        <Heading className="document-title" id={titleId}>
          <Unbroken text={model.title} before="（" />
        </Heading>
        {model.changeLine && <p className="change-line">{model.changeLine}</p>}
        <dl className="terms">
          {model.rows.map((row) => (
            <div key={row.label}>
              <dt>{row.label}</dt>
              <RowValue {...row} />
            </div>
          ))}
        </dl>
        <p className="pledge">
          <Unbroken text={model.oath} before="保証契約を" className="inline-block" />
        </p>
        <div className="sign">
          <p>{guarantor.address}</p>
          <p className="company">{guarantor.name}</p>
          <p>{guarantor.representative}</p>
          <Seal characters={guarantor.seal} />
        </div>
        <p className="office">
          <span>取扱箇所　{office.name}</span>
          <span className="digits">TEL {office.tel}</span>
          <span className="digits">FAX {office.fax}</span>
        </p>
      </div>
      <div className="footnotes">
        {model.notes.map((note, index) => (
          <p className="hanging" key={note}>
            <span>注{index + 1}</span>
            <span>{note}</span>
          </p>
        ))}
      </div>
    </article>
  );
}

function RowValue({ value, emphasis }: CertificateModel["rows"][number]) {
  if (typeof value !== "string")
    return (
      <dd>
        {value.map((line, index) => (
          <Fragment key={line}>
            {index > 0 && <br />}
            {line}
          </Fragment>
        ))}
      </dd>
    );
  if (emphasis === "number")
    return (
      <dd>
        <span className="code big">{value}</span>
      </dd>
    );
  if (emphasis === "amount")
    return (
      <dd>
        <span className="digits big">{value}</span>
      </dd>
    );
  if (/^[\d,]+円$/.test(value)) return <dd className="digits">{value}</dd>;
  const [from, to] = value.split(" ～ ");
  if (from && to)
    return (
      <dd>
        <span className="nowrap">{from}</span> ～ <span className="nowrap">{to}</span>
      </dd>
    );
  return <dd>{value}</dd>;
}

/** Text that may break only before `before`; other text is left as it is. */
function Unbroken({
  text,
  before,
  className = "nowrap",
}: {
  text: string;
  before: string;
  className?: string;
}) {
  const at = text.indexOf(before);
  if (at <= 0) return text;
  return (
    <>
      <span className={className}>{text.slice(0, at)}</span>
      <span className={className}>{text.slice(at)}</span>
    </>
  );
}
