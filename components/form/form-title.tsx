"use client";
import { useEffect } from "react";

const prefix = "エラー：";

/** Begins the page's title with 「エラー：」 while errors show, so that a screen reader says it first. */
export function FormTitle({ errors, attempt }: { errors: boolean; attempt?: unknown }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer may have set the title again
  useEffect(() => {
    if (!errors) return;
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    return () => {
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [errors, attempt]);
  return null;
}
