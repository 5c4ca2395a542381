import { Unbroken } from "#components/ui/text.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import type { TimelineLine } from "#lib/features/audit/types.ts";

/** 経過: what became of an application, by whom and when; `small`: what is said of a line, in small letters. */
export function EventTimeline({ items, small }: { items: readonly TimelineLine[]; small?: boolean }) {
  return (
    <Timeline
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
