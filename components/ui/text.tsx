import type { ReactNode } from "react";
import { formatWithYear } from "#lib/core/calendar.ts";
import { formatYen } from "#lib/core/money.ts";

/** A number that is a name (保証契約番号, 受付番号): slashed zero, never broken. */
export function Code({ children }: { children: string }) {
  return <span className="code">{children}</span>;
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
