import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
/** The stages of a task. `current` counts from 0; earlier ones are done. */
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
