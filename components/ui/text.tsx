import { createElement, Fragment, type ReactNode } from "react";
import { formatWithYear } from "#lib/core/calendar.ts";
import { formatYen } from "#lib/core/money.ts";

/** A number that serves as a name (保証契約番号, 受付番号): slashed zero, never broken. */
export function Code({ children }: { children: string }) {
  return <span className="code">{children}</span>;
}

/** A telephone number that can be pressed to call. */
export function Tel({ children }: { children: string }) {
  return (
    <p className="phone">
      <a href={`tel:${children}`}>{children}</a>
    </p>
  );
}

/** Whole yen as 20,000,000円. */
export function Money({ yen }: { yen: bigint }) {
  return <span className="digits">{formatYen(yen)}</span>;
}

/** A date of law or contract, from YYYY-MM-DD: 令和8年4月1日（2026年）, never broken inside either part. */
export function DateText({ iso }: { iso: string }) {
  const { wareki, year } = formatWithYear(iso);
  return (
    <>
      <span className="nowrap">{wareki}</span>
      <span className="secondary nowrap">{year}</span>
    </>
  );
}

/** Marks a missing answer among answers set in bold. */
export function Missing() {
  return <span className="missing">未入力</span>;
}

/** Text whose part in brackets moves to the next line as a whole: 平日 9:00～17:00（土日祝日を除く）. */
export function Bracketed({ children: text }: { children: string }) {
  const at = text.indexOf("（");
  return at < 0 ? (
    text
  ) : (
    <>
      {text.slice(0, at)}
      <span className="inline-block">{text.slice(at)}</span>
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
 * Text that must not break: numbers that serve as names (35075-00000M, 20260404-000001), the year after a date, numbers
 * with their era or counter (令和８年度, 第２工区, 3丁目), and a few words that browsers were seen to break.
 */
const counted =
  /(?<code>\b[0-9]{5}-[0-9]{5}[A-Z]\b|\b[0-9]{8}-[0-9]{6}\b)|(?<year>(?<=日)（[0-9]{4}年）)|(?:明治|大正|昭和|平成|令和)[0-9０-９元]+年(?:度|[0-9０-９]+月(?:[0-9０-９]+日)?)?|[0-9０-９]+月[0-9０-９]+日|第?[0-9０-９]+(?:工区|丁目|番地|号線|号|期|回|地区|年度|年|か所|件|文字|倍|社|分の[0-9０-９]+)|たとえば|下書き|間違い|方法/g;

/**
 * Text whose dates, numbered parts and codes never break across lines and look the same everywhere; the text itself is
 * unchanged.
 */
export function Unbroken({ children: text }: { children: string }) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { 0: part, index, groups } of text.matchAll(counted)) {
    const className = groups?.code ? "code" : groups?.year ? "secondary nowrap" : "nowrap";
    parts.push(text.slice(end, index), <span className={className}>{part}</span>);
    end = index + part.length;
  }
  return createElement(Fragment, null, ...parts, text.slice(end));
}
