import { MessageForm } from "#components/messages/message-form.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { classes } from "#components/ui/classes.ts";
import { CONVERSATION_ANCHOR } from "#lib/core/paths.ts";
import type { MessageSide } from "#lib/features/messages/constants.ts";
import type { Conversation as ConversationModel } from "#lib/features/messages/types.ts";

type ConversationProps = {
  /** The application's id. */
  id: string;
  side: MessageSide;
  conversation: ConversationModel;
  /** Whether the reader may also write. */
  writable: boolean;
};

const titles = { contractor: "支店との連絡", branch: "お客様との連絡" } as const;

/**
 * The conversation between contractor and branch about an application, oldest message first, with the form for the
 * next.
 */
export function Conversation({ id, side, conversation, writable }: ConversationProps) {
  return (
    <section className="block" id={CONVERSATION_ANCHOR} aria-labelledby="h-conversation">
      <h2 id="h-conversation">{titles[side]}</h2>
      {conversation.items.length === 0 ? (
        <p className="secondary space-medium">まだ連絡はありません。</p>
      ) : (
        <ol className="stack space-medium">
          {conversation.items.map(({ key, mine, from, when, body, unread, seen }) => (
            <li key={key} className={classes("message", mine && "mine")}>
              <p>
                {unread && (
                  <>
                    <Chip tone="turn">未読</Chip>{" "}
                  </>
                )}
                {from}から　<span className="digits">{when}</span>
                {seen && "　既読"}
              </p>
              <p className="keep-lines">{body}</p>
            </li>
          ))}
        </ol>
      )}
      {writable && <MessageForm id={id} side={side} next={conversation.next} />}
    </section>
  );
}
