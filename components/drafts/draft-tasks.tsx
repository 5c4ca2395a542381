import { TextLink } from "#components/ui/text-link.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { paths } from "#lib/core/paths.ts";
import { TABS, type TabSlug } from "#lib/features/questions/constants.ts";
import type { TabProgress } from "#lib/features/questions/steps/progress.ts";

const words: Record<TabProgress, string> = {
  empty: "未着手",
  begun: "入力中",
  error: "入力中",
  done: "完了",
};

/** How far each tab of a draft is; every tab may be opened in any order. */
export function DraftTasks({ id, progress }: { id: string; progress: Record<TabSlug, TabProgress> }) {
  return (
    <ul className="draft-tasks">
      {TABS.map(({ slug, title }) => (
        <li key={slug}>
          <TextLink href={paths.applicationTab(id, slug)}>
            {title}
            {/* Here a tab is one of many rows, so its name alone would not do. */}
            <VisuallyHidden>を開く</VisuallyHidden>
          </TextLink>
          <span className={progress[slug] === "done" ? "is-done" : undefined}>{words[progress[slug]]}</span>
        </li>
      ))}
    </ul>
  );
}
