import { SectionHead } from "#components/layout/page.tsx";
import { Rows } from "#components/ui/rows.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

export type ShownMail = {
  from: string;
  to: string;
  subject: string;
  caughtAt: string;
  messageId: string;
  text: string;
  html: string;
  headers: string;
  attachments: readonly { filename: string; contentType: string; bytes: number }[];
};

/** One caught mail. Its HTML is shown as source and never rendered; links to this site can be followed. */
export function MailView({ mail, site }: { mail: ShownMail; site: string }) {
  return (
    <>
      <Rows
        items={[
          { label: "差出人", value: mail.from },
          { label: "宛先", value: mail.to },
          { label: "件名", value: mail.subject, empty: "なし" },
          { label: "受信日時", value: <span className="digits">{mail.caughtAt}</span> },
          {
            label: "添付ファイル",
            value: mail.attachments
              .map(({ filename, contentType, bytes }) => `${filename}（${contentType}、${bytes}バイト）`)
              .join("、"),
            empty: "なし",
          },
        ]}
      />
      <section className="block" aria-labelledby="h-text">
        <SectionHead id="h-text" title="本文" />
        <p className="keep-blanks">{withLinks(mail.text, site)}</p>
      </section>
      <Source id="h-html" title="HTMLの本文" text={mail.html} />
      <Source id="h-headers" title="ヘッダー" text={mail.headers} />
    </>
  );
}

function Source({ id, title, text }: { id: string; title: string; text: string }) {
  return (
    <section className="block" aria-labelledby={id}>
      <SectionHead id={id} title={title} />
      {text === "" ? (
        <p className="secondary">なし</p>
      ) : (
        <details>
          <summary>{title}を表示</summary>
          <pre className="small keep-blanks space-small">{text}</pre>
        </details>
      )}
    </section>
  );
}

/** The text of a mail, in which addresses of this site become links and others stay text. */
function withLinks(text: string, site: string) {
  return text.split(/(https?:\/\/[^\s<>"']+)/).map((part, index) =>
    index % 2 === 1 && part.startsWith(`${site}/`) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: equal parts differ by their place only
      <TextLink key={index} plain href={part}>
        {part}
      </TextLink>
    ) : (
      part
    ),
  );
}
