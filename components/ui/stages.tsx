import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
/** The steps of a task and where it stands: `current` counts from 0; what lies before it is done. */
export function Stages({
  items,
  current,
  label,
}: {
  items: readonly string[];
  current: number;
  label: string;
}) {
  return (
    <ol className="stages" aria-label={label}>
      {items.map((item, index) => (
        <li
          key={item}
          className={index < current ? "done" : undefined}
          aria-current={index === current ? "step" : undefined}
        >
          {item}
          {index < current && <VisuallyHidden>（済み）</VisuallyHidden>}
        </li>
      ))}
    </ol>
  );
}
