"use client";
import { useEffect } from "react";

const prefix = "エラー：";

/**
 * Begins the page's title with 「エラー：」 while errors show, so that a screen reader says it first.
 * Next sets the title again after hydration and after an action; the prefix comes back each time.
 */
export function FormTitle({ errors }: { errors: boolean }) {
  useEffect(() => {
    if (!errors) return;
    mark();
    const watch = new MutationObserver(mark);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      watch.disconnect();
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [errors]);
  return null;
}

function mark() {
  if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
}
