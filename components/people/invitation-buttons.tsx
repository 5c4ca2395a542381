"use client";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { ConfirmDialog } from "#components/form/confirm-dialog.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { cancelInvitationAction, resendInvitationAction } from "#lib/features/people/actions.ts";

/** 「もう一度送る」 and 「取り消す」 of one invitation; the address in their names distinguishes the rows. */
export function InvitationButtons({ id, email }: { id: string; email: string }) {
  const [resent, resend] = useAction(resendInvitationAction);
  const [cancelled, cancel] = useAction(cancelInvitationAction);
  return (
    <div className="row-actions">
      <form action={resend}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton variant="text">
          もう一度送る<VisuallyHidden>：{email}</VisuallyHidden>
        </SubmitButton>
        <ActionBanner result={resent} className="space-small" />
      </form>
      <ConfirmDialog
        action={cancel}
        button="取り消す"
        about={email}
        variant="danger"
        title="この招待を取り消しますか"
        hidden={{ id }}
        error={cancelled.status === "refused" ? cancelled.message : undefined}
      >
        <p>{email} に送ったリンクは、使えなくなります。</p>
      </ConfirmDialog>
    </div>
  );
}
