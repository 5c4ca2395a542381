import type { ReactNode } from "react";
import { HandOver } from "#components/handovers/hand-over.tsx";
import { SectionHead } from "#components/layout/page.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { type Row, Rows } from "#components/ui/rows.tsx";
import { Note } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { HandoverGuide as Guide } from "#lib/features/handovers/types.ts";

/**
 * How this key is handed in to this obligee: by a button if it accepts mail; otherwise the desk, the exact words to
 * copy and the file to attach. No text here contains the key.
 */
export function HandoverGuide({ id, guide, seen }: { id: string; guide: Guide; seen: boolean }) {
  const { section, address, channelName, demo, source } = guide;
  const to: Row[] = [
    { label: "提出の方法", value: channelName },
    { label: "提出先", value: section || "発注者にご確認ください" },
  ];
  if (address) to.push({ label: "宛先", value: <Copied text={address} label="宛先をコピー" /> });
  return (
    <section className="block" id="handover" aria-labelledby="h-handover">
      <SectionHead
        id="h-handover"
        title={`${guide.obligeeName}への提出のしかた`}
        side={demo && <Chip tone="plain">デモ用</Chip>}
      />
      {address && <HandOver id={id} guide={guide} seen={seen} />}
      {address && <h3 className="heading-in-row">ご自身のメールで送るとき</h3>}
      <Rows items={[...to, ...wordsOf(guide), ...papersOf(id, guide)]} />
      {guide.followUpCall && (
        <div className="space-small">
          <Note>送信した後に、提出先へ電話で連絡してください。</Note>
        </div>
      )}
      {demo && (
        <div className="space-small">
          <Note>提出先、宛先、件名、本文はデモ用の架空のものです。{source}</Note>
        </div>
      )}
    </section>
  );
}

/** The subject and text of a mail, or the fields of a form. */
function wordsOf({ channel, text }: Guide): Row[] {
  if (channel === "email")
    return [
      { label: "件名", value: <Copied text={text.subject} label="件名をコピー" /> },
      { label: "本文", value: <Body text={text.body} /> },
    ];
  if (channel === "web_form") return text.fields;
  return [];
}

function papersOf(id: string, { channel, fileName, otherPapers }: Guide): Row[] {
  const file = (
    <TextLink plain href={paths.keyNotice(id)}>
      {fileName}
    </TextLink>
  );
  return [
    { label: channel === "email" ? "添付するファイル" : "提出するファイル", value: file },
    ...(otherPapers.length > 0 ? [{ label: "そのほかの書類", value: otherPapers.join("、") }] : []),
  ];
}

/** Text with a button that copies exactly it. */
function Copied({ text, label }: { text: string; label: string }): ReactNode {
  return (
    <div className="copyable">
      <p>{text}</p>
      <div>
        <CopyButton text={text} label={label} />
      </div>
    </div>
  );
}

/** The text of the mail, which the portal sends by itself; to be opened by those who send it from elsewhere. */
function Body({ text }: { text: string }) {
  return (
    <div className="copyable">
      <details>
        <summary>本文を表示</summary>
        <p className="message small keep-blanks space-small">{text}</p>
      </details>
      <div>
        <CopyButton text={text} label="本文をコピー" />
      </div>
    </div>
  );
}
