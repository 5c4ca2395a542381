"use client";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { todayInTokyo } from "#lib/core/calendar.ts";
import type { FieldName } from "#lib/features/questions/constants.ts";
import { type ProposalName, propose } from "#lib/features/questions/steps/years.ts";

/**
 * A proposal for fields, named with what it would fill in; nothing is filled in until it is pressed. Without script the
 * button posts the form, and the server fills in the same.
 */
export function DraftProposal({ name }: { name: ProposalName }) {
  const { raw, take } = useDraftForm();
  const proposal = propose(name, raw, todayInTokyo(new Date()));
  if (!proposal) return null;
  return (
    <p>
      <Button
        type="submit"
        variant="text"
        name="intent"
        value={name}
        onClick={(event) => {
          event.preventDefault();
          take(proposal.fields);
          // The button disappears with its proposal, so the focus moves to the filled field.
          const [first] = Object.keys(proposal.fields) as FieldName[];
          if (first) document.getElementById(first)?.focus();
        }}
      >
        {proposal.words}
      </Button>
    </p>
  );
}
