import { Banner } from "#components/ui/banner.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { CONVERSATION_ANCHOR, paths } from "#lib/core/paths.ts";
import type { UnreadConversation } from "#lib/features/messages/types.ts";

/** Stands above the branch's queue: contractors who have written and wait for an answer, if any. */
export function UnreadConversations({ items }: { items: readonly UnreadConversation[] }) {
  if (items.length === 0) return null;
  return (
    <Banner tone="warn" title={`未読の連絡が${items.length}件あります`} heading="h2">
      <ul>
        {items.map(({ applicationId, receiptNumber, workName, about }) => (
          <li key={applicationId}>
            <TextLink href={`${paths.branchCase(applicationId)}#${CONVERSATION_ANCHOR}`}>
              {workName}の連絡を読む
              <VisuallyHidden>（受付番号 {receiptNumber}）</VisuallyHidden>
            </TextLink>
            　{about}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
