import { classes } from "#components/ui/classes.ts";
import { Icon, type SignName } from "#components/ui/icon.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

type TabState = "done" | "error" | "empty" | "begun";

export type Tab = { href: string; label: string; current?: boolean; state?: TabState };

const appearance: Record<TabState, { sign: SignName; className?: string; word: string }> = {
  done: { sign: "done", className: "is-done", word: "入力済み" },
  error: { sign: "error", className: "has-error", word: "誤りあり" },
  empty: { sign: "todo", word: "未入力" },
  begun: { sign: "begun", word: "入力中" },
};

/**
 * Tabs that are links, each to its own URL. The state of a tab is its description, so that its name stays exact. The
 * ids of the descriptions begin with `id`, which must be unique on the page.
 */
export function Tabs({ items, label, id = "tab" }: { items: readonly Tab[]; label: string; id?: string }) {
  return (
    <nav aria-label={label}>
      <ul className="tabs">
        {items.map(({ href, label: name, current, state }, index) => (
          <li key={href}>
            <TextLink
              href={href}
              className={classes("nav", state && appearance[state].className)}
              aria-current={current ? "page" : undefined}
              aria-describedby={state && `${id}-${index}`}
            >
              {state && <Icon name={appearance[state].sign} size={18} />}
              {name}
            </TextLink>
          </li>
        ))}
      </ul>
      <p hidden>
        {items.map(
          ({ href, state }, index) =>
            state && (
              <span key={href} id={`${id}-${index}`}>
                {appearance[state].word}
              </span>
            ),
        )}
      </p>
    </nav>
  );
}

/** 前のタブに戻る and 次のタブに進む under a form; a single one stays on its own side. */
export function TabPager({ previous, next }: { previous?: string | undefined; next?: string | undefined }) {
  return (
    <div className="pager">
      {previous ? (
        <TextLink href={previous}>
          <Icon name="back" size={20} />
          前のタブに戻る
        </TextLink>
      ) : (
        <span />
      )}
      {next && (
        <TextLink href={next}>
          次のタブに進む
          <Icon name="arrow" size={20} />
        </TextLink>
      )}
    </div>
  );
}
