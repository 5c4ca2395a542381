import { createElement, Fragment, type ReactNode } from "react";
import { formatWithYear } from "#lib/core/calendar.ts";
import { formatYen } from "#lib/core/money.ts";

/** A number that is a name (保証契約番号, 受付番号): slashed zero, never broken. */
export function Code({ children }: { children: string }) {
  return <span className="code">{children}</span>;
}

/** A telephone number, called when pressed where there is a telephone. */
export function Tel({ children }: { children: string }) {
  return (
    <p className="tel">
      <a href={`tel:${children}`}>{children}</a>
    </p>
  );
}

/** Whole yen as 20,000,000円. */
export function Money({ yen }: { yen: bigint }) {
  return <span className="num">{formatYen(yen)}</span>;
}

/** A date of law or contract, from YYYY-MM-DD: 令和8年4月1日（2026年）, never broken inside either part. */
export function DateText({ iso }: { iso: string }) {
  const { wareki, year } = formatWithYear(iso);
  return (
    <>
      <span className="nb">{wareki}</span>
      <span className="sub nb">{year}</span>
    </>
  );
}

/** A note that begins with ※. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <p className="note small">
      <span>{children}</span>
    </p>
  );
}

/**
 * Numbers that a break would tear from their era or counter: 令和８年度, 第２工区, 3丁目; 保証契約番号; and a few words
 * that browsers were seen to tear.
 */
const counted =
  /\d{5}-\d{5}[A-Z]|(?:明治|大正|昭和|平成|令和)[0-9０-９元]+年(?:度|[0-9０-９]+月(?:[0-9０-９]+日)?)?|[0-9０-９]+月[0-9０-９]+日|第?[0-9０-９]+(?:工区|丁目|番地|号線|号|期|回|地区|年度|年|か所|件|文字|倍|社|分の[0-9０-９]+)|たとえば|下書き|間違い|方法/g;

/** A name or title as typed, with its dates and numbered parts never broken across lines; the text itself is unchanged. */
export function Unbroken({ children: text }: { children: string }) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { 0: part, index } of text.matchAll(counted)) {
    parts.push(
      text.slice(end, index),
      /^\d{5}-/.test(part) ? <Code>{part}</Code> : <span className="nb">{part}</span>,
    );
    end = index + part.length;
  }
  return createElement(Fragment, null, ...parts, text.slice(end));
}
