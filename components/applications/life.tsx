import { Unbroken } from "#components/ui/text.tsx";
import { Trail } from "#components/ui/trail.tsx";
import type { LifeLine } from "#lib/features/applications/types.ts";

/** What became of an application, step by step: what, who, when. */
export function Life({ items }: { items: readonly LifeLine[] }) {
  return (
    <Trail
      items={items.map(({ key, title, who, when, text }) => ({
        key,
        title,
        who,
        when,
        done: true,
        children: text && (
          <p className="small whitespace-pre-line">
            <Unbroken>{text}</Unbroken>
          </p>
        ),
      }))}
    />
  );
}
