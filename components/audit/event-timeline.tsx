import { Unbroken } from "#components/ui/text.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import type { TimelineLine } from "#lib/features/audit/types.ts";

/** 経過: what happened to an application, by whom and when. `small` sets the text of each line in small type. */
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
