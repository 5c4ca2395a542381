import { TextLink } from "#components/ui/text-link.tsx";
import { samples as issued } from "#lib/mail/templates/guarantee-issued.ts";
import { samples as invitations } from "#lib/mail/templates/invitation.ts";
import { samples as messages } from "#lib/mail/templates/message-arrived.ts";
import { samples as notices } from "#lib/mail/templates/notice.ts";
import { samples as passwords } from "#lib/mail/templates/password.ts";

const documents = [
  { name: "certificate", title: "保証証書（PDF）" },
  { name: "key-notice", title: "認証キーのお知らせ（PDF）" },
  { name: "application-copy", title: "申込内容の控え（PDF）" },
];

/** All mails as plain text, and the documents as PDF. */
export function Papers() {
  return (
    <>
      <section className="block" aria-labelledby="group-mails">
        <h2 id="group-mails">電子メール</h2>
        {[...issued, ...notices, ...messages, ...invitations, ...passwords].map(({ name, mail }) => (
          <div key={name}>
            <p className="small secondary">件名：{mail.subject}</p>
            <pre className="card keep-blanks">{mail.text}</pre>
          </div>
        ))}
      </section>
      <section className="block" aria-labelledby="group-documents">
        <h2 id="group-documents">書類</h2>
        <ul>
          {documents.map(({ name, title }) => (
            <li key={name}>
              <TextLink plain href={`/dev/gallery/documents/${name}`}>
                {title}
              </TextLink>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
