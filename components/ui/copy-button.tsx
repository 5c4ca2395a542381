"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";

/** Copies `text` and says so in a live region. When the browser refuses, it says what to do instead. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [said, setSaid] = useState("");

  async function copy() {
    setSaid("");
    const copied = await writeClipboard(text);
    setSaid(copied ? "コピーしました" : "コピーできませんでした。文字を選択してコピーしてください。");
  }

  return (
    <>
      <Button variant="line" onClick={copy}>
        <Icon name="copy" size={20} />
        {label}
      </Button>
      <span role="status" className="small secondary">
        {said}
      </span>
    </>
  );
}

/**
 * The clipboard API needs a secure page, but inside a municipal network the portal may be plain http, hence the old
 * way.
 */
async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }
}
