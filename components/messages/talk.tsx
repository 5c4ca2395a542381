import { MessageForm } from "#components/messages/message-form.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { classes } from "#components/ui/classes.ts";
import type { MessageSide } from "#lib/features/messages/constants.ts";
import type { Talk as TalkModel } from "#lib/features/messages/types.ts";

type TalkProps = {
  /** The application's id. */
  id: string;
  side: MessageSide;
  talk: TalkModel;
  /** Whether the reader may write too. */
  writable: boolean;
};

const titles = { contractor: "支店との連絡", branch: "お客様との連絡" } as const;

/** The talk between contractor and branch about an application, oldest first, with the form to go on. */
export function Talk({ id, side, talk, writable }: TalkProps) {
  return (
    <section className="block" id="talk" aria-labelledby="h-talk">
      <h2 id="h-talk">{titles[side]}</h2>
      {talk.items.length === 0 ? (
        <p className="sub near">まだ連絡はありません。</p>
      ) : (
        <ol className="stack near">
          {talk.items.map(({ key, mine, from, when, body, unread, seen }) => (
            <li key={key} className={classes("msg", mine && "mine")}>
              <p>
                {unread && (
                  <>
                    <Chip tone="turn">未読</Chip>{" "}
                  </>
                )}
                {from}から　<span className="num">{when}</span>
                {seen && "　既読"}
              </p>
              <p className="keep-lines">{body}</p>
            </li>
          ))}
        </ol>
      )}
      {writable && <MessageForm id={id} side={side} next={talk.next} />}
    </section>
  );
}
