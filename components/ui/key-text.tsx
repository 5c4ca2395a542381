import { Fragment } from "react";

/**
 * Twelve characters shown 4-4-4 by margins, so that copied text is the twelve characters alone. Digits are underlined:
 * 4 and A, 0 and O, 1 and l differ in any typeface and over a fax.
 */
export function KeyText({ value }: { value: string }) {
  const groups = value.match(/.{1,4}/g) ?? [];
  return (
    <span className="key">
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: equal groups differ by their place only
        <span key={index}>{underlineDigits(group)}</span>
      ))}
    </span>
  );
}

function underlineDigits(group: string) {
  return (group.match(/\d+|\D+/g) ?? []).map((run, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: equal runs differ by their place only
    /\d/.test(run) ? <u key={index}>{run}</u> : <Fragment key={index}>{run}</Fragment>,
  );
}
