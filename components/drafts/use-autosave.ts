"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { DraftSaver, type SaveKept, type SaveState } from "#components/drafts/draft-saver.ts";
import { keepTyped, notePending, noteSaved } from "#components/drafts/newest-draft.ts";
import { sendDraft } from "#components/drafts/send-draft.ts";
import type { Change } from "#lib/features/drafts/types.ts";
import type { FieldName, TabSlug } from "#lib/features/questions/constants.ts";
import type { RawDraft, Warning } from "#lib/features/questions/types.ts";

/** How long somebody who leaves waits for the last save. */
const leaveMs = 3_000;

/** The savers of this window's tabs; one of a tab that was left may still be trying when the tab is opened again. */
const running = new Map<string, DraftSaver>();

type Options = {
  id: string;
  step: TabSlug;
  /** The texts on the server when it drew the page; null for those on their way to it. */
  kept: Readonly<Record<string, string | null | undefined>>;
  savedAt: string;
  read: () => RawDraft;
  /** Runs once, before the first comparison. */
  early: () => void;
  /** Puts another person's text into a field. */
  write: (field: FieldName, text: string) => void;
  /** Conflicts that existed when the page was drawn, from a form posted without script. */
  open: readonly Change[];
  /** Others changed something, in this tab or another one. */
  onChanged: (changed: readonly Change[]) => void;
};

type Autosave = {
  saver: DraftSaver;
  save: SaveState;
  /** The server's warnings about the tab's fields as saved. */
  warnings: readonly Warning[];
  /** Fields that were changed here and elsewhere. */
  conflicts: readonly Change[];
  /** The server's answer to the form itself: both sides changed these fields. */
  dispute: (conflicts: readonly Change[], version: number) => void;
  keepMine: () => void;
  takeTheirs: () => void;
};

/**
 * Autosave of one tab. Text typed before the script ran is saved at once, later text after a pause, and the rest when
 * the field, the tab or the page is left; links of the page wait for it.
 */
export function useAutosave({
  id,
  step,
  kept,
  savedAt,
  read,
  early,
  write,
  open,
  onChanged,
}: Options): Autosave {
  const [state, setState] = useState<SaveState>({ status: "saved", savedAt });
  const [warnings, setWarnings] = useState<readonly Warning[]>([]);
  const [conflicts, setConflicts] = useState(open);
  /** The version of the newest answer; the window adopts it only once no field waits for a choice. */
  const newest = useRef({ version: 0, savedAt });
  const [saver] = useState(() => {
    const own: DraftSaver = new DraftSaver({
      read,
      kept,
      savedAt,
      onState: setState,
      onTheirs: write,
      onConflicts: setConflicts,
      onKept: (fields: RawDraft, answer: SaveKept) => {
        newest.current = answer;
        const { savedAt: at, changed, version } = answer;
        const answered = { savedAt: at, changed, ...(own.disputed ? {} : { version }) };
        noteSaved(id, fields, answered, own.pending);
        onChanged(changed);
        setWarnings(answer.warnings);
      },
      send: (fields, signal) => sendDraft(id, step, fields, signal),
    });
    return own;
  });
  const router = useRouter();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what the page began with
  useEffect(() => {
    early();
    running.get(`${id}/${step}`)?.retire(saver);
    running.set(`${id}/${step}`, saver);
    saver.changed();
    const hidden = () => document.visibilityState === "hidden" && void saver.flush();
    const leave = () => {
      const trying = [...running].filter(([key, saver]) => key.startsWith(id) && saver.unsaved);
      keepTyped(id, Object.assign({}, ...trying.map(([, saver]) => saver.pending)));
      saver.lastChance();
    };
    // Restored from the back/forward cache, without what this window did meanwhile, perhaps for somebody else.
    const back = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      void saver.pause(0);
      window.location.reload();
    };
    const revive = () => saver.revive();
    // On the window, before React, so that a router link is held back too.
    let refused = "";
    const hold = (event: MouseEvent) => {
      const target = linkOf(event);
      if (!target || !saver.unsaved) return;
      event.preventDefault();
      notePending(id, saver.pending);
      void saver.leave(leaveMs).then((left) => {
        // Without a connection the next page would be lost together with the text; a second click goes on anyway.
        if (left || refused === target) router.push(target);
        refused = target;
      });
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.failing) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", back);
    window.addEventListener("online", revive);
    window.addEventListener("focus", revive);
    window.addEventListener("click", hold, true);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", back);
      window.removeEventListener("online", revive);
      window.removeEventListener("focus", revive);
      window.removeEventListener("click", hold, true);
      document.removeEventListener("visibilitychange", hidden);
      if (saver.unsaved) notePending(id, saver.pending);
      void saver.flush();
    };
  }, [saver, router]);

  /** Nothing waits any more, so what is typed from now on is based on what was shown. */
  const settle = (decide: () => void) => () => {
    noteSaved(id, {}, newest.current);
    decide();
  };
  return {
    saver,
    save: state,
    warnings,
    conflicts,
    dispute: (changes, version) => {
      newest.current = { version, savedAt };
      saver.dispute(changes);
    },
    keepMine: settle(() => saver.keepMine()),
    takeTheirs: settle(() => saver.takeTheirs()),
  };
}

/** The page of this site that a plain click on a link would open in this window, or null. */
function linkOf(event: MouseEvent): string | null {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!plain || !link || (link.target !== "" && link.target !== "_self") || link.hasAttribute("download"))
    return null;
  const { origin, pathname, search, hash } = new URL(link.href, window.location.href);
  if (origin !== window.location.origin) return null;
  if (pathname === window.location.pathname && search === window.location.search) return null;
  return pathname + search + hash;
}
