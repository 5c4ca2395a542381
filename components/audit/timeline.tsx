import { Unbroken } from "#components/ui/text.tsx";
import { Trail } from "#components/ui/trail.tsx";
import type { TimelineLine } from "#lib/features/audit/types.ts";

/** 経過: what became of an application, by whom and when; `small`: what is said of a line, in small letters. */
export function Timeline({ items, small }: { items: readonly TimelineLine[]; small?: boolean }) {
  return (
    <Trail
      items={items.map(({ key, title, who, when, text }) => ({
        key,
        title,
        who,
        when,
        done: true,
        children: text && (
          <p className={small ? "small keep-lines" : "keep-lines"}>
            <Unbroken>{text}</Unbroken>
          </p>
        ),
      }))}
    />
  );
}
