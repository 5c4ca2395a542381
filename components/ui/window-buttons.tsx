"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";

/** Prints the page; labelled 印刷 by default. */
export function PrintButton({
  label = "印刷",
  variant = "filled",
}: {
  label?: string;
  variant?: "filled" | "line";
}) {
  return (
    <Button variant={variant} onClick={() => window.print()}>
      <Icon name="print" size={20} />
      {label}
    </Button>
  );
}

type CloseButtonProps = {
  label?: string;
  /** The page that opened the window, which is shown when the browser refuses to close it. */
  backHref?: string;
};

/**
 * Closes a window that a link opened. Browsers do not close windows that the user opened, so then it leads back or says
 * what to do.
 */
export function CloseButton({ label = "閉じる", backHref }: CloseButtonProps) {
  const [kept, setKept] = useState(false);

  function close() {
    window.close();
    setTimeout(() => {
      if (backHref === undefined) setKept(true);
      else window.location.assign(backHref);
    }, 300);
  }

  return (
    <>
      <Button variant="line" onClick={close}>
        {label}
      </Button>
      <span role="status" className="small secondary">
        {kept ? "ブラウザーのタブを閉じてください。" : ""}
      </span>
    </>
  );
}
