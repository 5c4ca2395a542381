"use client";
import { usePathname } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import {
  askSession,
  keepSession,
  leftMs,
  noteTimes,
  type SessionTimes,
} from "#components/layout/session-clock.ts";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";

/** The warning comes this long before the end (WCAG 2.2.1 asks for 20 s). */
const warnMs = 120_000;
/** How soon to ask again when the connection failed. */
const againMs = 15_000;

type State =
  | { name: "quiet" }
  /** `last`: the session has reached its maximum and cannot be extended. */
  | { name: "warning"; left: number; last: boolean; trouble?: boolean }
  | { name: "over" };

type SessionWatchProps = {
  /** As they were when the server drew the page. */
  times: SessionTimes;
  /** What is saved when the session ends: 「申込の下書きは保存しています。」 */
  kept?: string | undefined;
};

/**
 * Warns two minutes before the session ends; one key extends it. When the warning is due by this page's own count, the
 * server is asked, since another tab or an autosave may have kept the session alive meanwhile. Asking does not keep it
 * alive.
 */
export function SessionWatch({ times, kept }: SessionWatchProps) {
  const [state, setState] = useState<State>({ name: "quiet" });
  const known = useRef(times);

  const judge = useCallback((fresh: SessionTimes | "over" | "unknown") => {
    if (fresh === "over") return setState({ name: "over" });
    if (fresh !== "unknown") {
      noteTimes(fresh);
      known.current = fresh;
    }
    const { left, last } = leftMs(known.current);
    // Without an answer nobody knows whether the session is over, so the warning stays until the next answer.
    if (left <= warnMs) setState({ name: "warning", left: Math.max(left, 0), last });
    else setState({ name: "quiet" });
  }, []);

  useEffect(() => {
    noteTimes(times);
    known.current = times;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const check = async () => {
      clearTimeout(timer);
      const answer = await askSession();
      if (stopped) return;
      judge(answer);
      const { left } = leftMs(known.current);
      if (answer === "over") return;
      if (answer === "unknown") timer = setTimeout(check, againMs);
      else timer = setTimeout(check, left > warnMs ? left - warnMs : left + 500);
    };
    const wait = () => {
      timer = setTimeout(check, Math.max(leftMs(known.current).left - warnMs, 0));
    };
    // Timers fire late in a tab that slept, and after signing in elsewhere the session is a new one.
    const back = () => {
      if (document.visibilityState === "visible" && leftMs(known.current).left <= warnMs) void check();
    };
    wait();
    document.addEventListener("visibilitychange", back);
    window.addEventListener("focus", back);
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", back);
      window.removeEventListener("focus", back);
    };
  }, [times, judge]);

  const warning = state.name === "warning";
  useEffect(() => {
    if (!warning) return;
    const count = setInterval(() => {
      const { left, last } = leftMs(known.current);
      setState((now) => (now.name === "warning" ? { ...now, left: Math.max(left, 0), last } : now));
    }, 1000);
    return () => clearInterval(count);
  }, [warning]);

  async function extend() {
    const answer = await keepSession();
    if (answer === "unknown") setState((now) => (now.name === "warning" ? { ...now, trouble: true } : now));
    else judge(answer);
  }

  if (state.name === "quiet") return null;
  if (state.name === "over") return <Over key="over" kept={kept} />;
  return (
    <Warning
      key="warning"
      {...state}
      kept={kept}
      onExtend={() => void extend()}
      onClose={() => setState({ name: "quiet" })}
    />
  );
}

/** A native dialog that is open while it exists; its first action has the focus. */
function Alert({ title, onCancel, children }: { title: string; onCancel?: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // It is closed before it leaves the page, because only then does the focus return to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>(".actions :is(button, a)")?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      role="alertdialog"
      aria-labelledby={`${id}-t`}
      aria-describedby={`${id}-d`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel?.();
      }}
    >
      <h2 id={`${id}-t`}>{title}</h2>
      <div id={`${id}-d`} className="space-small">
        {children}
      </div>
    </dialog>
  );
}

/** The remaining time, in steps that a screen reader can announce without talking all the time. */
function inWords(left: number): string {
  const seconds = Math.ceil(left / 1000);
  if (seconds > 90) return "あと2分で";
  if (seconds > 60) return "あと1分30秒で";
  if (seconds > 30) return "あと1分で";
  if (seconds > 10) return "あと30秒で";
  return "まもなく";
}

type WarningProps = {
  left: number;
  last: boolean;
  trouble?: boolean;
  kept: string | undefined;
  onExtend: () => void;
  onClose: () => void;
};

function Warning({ left, last, trouble = false, kept, onExtend, onClose }: WarningProps) {
  return (
    <Alert title="利用時間の終わりが近づいています" onCancel={last ? onClose : onExtend}>
      <p aria-live="assertive">{inWords(left)}ログアウトします。</p>
      <p>
        {kept}
        {last
          ? "ログインしてから12時間がたつため、延長できません。入力中のものを送信または保存して、ログインし直してください。"
          : "続ける場合は「続ける」を押してください。"}
      </p>
      <p role="status" className="wrong">
        {trouble && "通信できませんでした。もう一度「続ける」を押してください。"}
      </p>
      <div className="actions snug">
        {last ? <Button onClick={onClose}>閉じる</Button> : <Button onClick={onExtend}>続ける</Button>}
      </div>
    </Alert>
  );
}

function Over({ kept }: { kept: string | undefined }) {
  const here = usePathname();
  const search = typeof window === "undefined" ? "" : window.location.search;
  const login = paths.login(here + search);
  return (
    <Alert title="ログアウトしました">
      <p>
        {kept}
        ログインし直すと、この画面に戻ります。
      </p>
      <p className="space-small small secondary">
        この画面に入力した文章を残したいときは、
        <TextLink plain href={login} target="_blank" rel="noopener">
          別のタブでログイン
        </TextLink>
        してから、このタブに戻ってください。
      </p>
      <div className="actions snug">
        <ButtonLink href={login}>ログインし直す</ButtonLink>
      </div>
    </Alert>
  );
}
