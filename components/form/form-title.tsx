"use client";
import { useEffect } from "react";

const prefix = "エラー：";

/**
 * Puts 「エラー：」 in front of the page's title while errors show, so that a screen reader says it first. Next resets the
 * title after hydration and after actions, so the prefix is added again each time.
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
