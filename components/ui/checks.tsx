import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export type Check = { title: string; passed: boolean; reason: ReactNode; aside?: ReactNode };

/** The results of checks: first those that need attention, then those that passed, each with its reason and figure. */
export function Checks({ items }: { items: readonly Check[] }) {
  const ordered = [...items.filter((item) => !item.passed), ...items.filter((item) => item.passed)];
  return (
    <ul className="checks">
      {ordered.map(({ title, passed, reason, aside }) => (
        <li key={title} className={passed ? undefined : "concern"}>
          <Icon name={passed ? "done" : "warning"} size={22} />
          <div>
            <b>{title}</b>
            <VisuallyHidden>：{passed ? "問題なし" : "確認が必要"}</VisuallyHidden>
            <p className="secondary">{reason}</p>
          </div>
          {aside && <span className="small secondary">{aside}</span>}
        </li>
      ))}
    </ul>
  );
}
