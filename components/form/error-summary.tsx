"use client";
import { type MouseEvent, useEffect, useId, useRef } from "react";
import { Icon } from "#components/ui/icon.tsx";

type FormError = {
  /** `#id` of the control, or another page's URL with one. */
  href: string;
  /** The same sentence as at the field. */
  message: string;
};

type ErrorSummaryProps = {
  errors: readonly FormError[];
  /** Takes the focus again whenever this changes: pass the action's result, a new object per attempt. */
  attempt?: unknown;
};

/** All errors of a form, above it: a heading and one link per error. It takes the focus when it appears. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const section = useRef<HTMLElement>(null);
  const heading = useId();
  const shown = errors.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a second refused attempt has the same errors
  useEffect(() => {
    if (shown) section.current?.focus();
  }, [shown, attempt]);

  if (!shown) return null;
  return (
    <section ref={section} className="notice error errors" aria-labelledby={heading} tabIndex={-1}>
      <Icon name="error" />
      <div>
        <h2 id={heading}>入力内容に誤りが{errors.length}件あります</h2>
        <ul>
          {errors.map(({ href, message }) => (
            <li key={href + message}>
              <a href={href} onClick={focusControl}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Focuses the control and scrolls so that its label is visible too; without script the browser jumps by itself. */
function focusControl(event: MouseEvent<HTMLAnchorElement>) {
  const href = event.currentTarget.getAttribute("href") ?? "";
  const control = href.startsWith("#") ? document.getElementById(decodeURIComponent(href.slice(1))) : null;
  if (!control) return;
  event.preventDefault();
  control.closest(".field")?.scrollIntoView({ block: "start" });
  control.focus({ preventScroll: true });
}
