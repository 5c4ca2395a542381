/**
 * The audit catalogue: every event and the shape of its data. PERSISTED: names and shapes are only added, never changed
 * (`obligeeName` holds the office that signs, 小田原市長). No event contains a secret or personal text.
 */
export type AuditCatalogue = {
  /** A person signed in. */
  "account.signed_in": { email: string };
  /** A sign-in failed; only the hash of the typed address is stored. */
  "account.sign_in_failed": { emailHash: string };
  /** A person signed out. */
  "account.signed_out": Record<string, never>;
  /** A person ended their own sessions on other devices. */
  "account.sessions_ended": { sessions: number };
  /** A person chose a new password; the other sessions ended. */
  "account.password_changed": Record<string, never>;
  /** Somebody requested a mail to choose a new password; only the hash of the typed address is stored. */
  "account.password_reset_requested": { emailHash: string };
  /** A person chose a new password by the link of the mail; all sessions ended. */
  "account.password_reset": Record<string, never>;
  /** A manager invited somebody into the company. */
  "person.invited": { invitationId: string; role: "manager" | "applicant" | "viewer" };
  /** A manager sent an invitation again; the earlier link is void. */
  "person.invitation_resent": { invitationId: string };
  /** A manager withdrew an invitation. */
  "person.invitation_cancelled": { invitationId: string };
  /** Somebody accepted an invitation. */
  "person.joined": { invitationId: string; role: "manager" | "applicant" | "viewer" };
  /** A manager gave a person another role. */
  "person.role_changed": {
    userId: string;
    from: "manager" | "applicant" | "viewer";
    to: "manager" | "applicant" | "viewer";
  };
  /** A manager disabled a person's access to the portal. */
  "person.disabled": { userId: string };
  /** A manager enabled a person's access again. */
  "person.enabled": { userId: string };
  /** A contractor began an application. */
  "application.created": Record<string, never>;
  /** The application was begun as a duplicate; `from` is the 受付番号 of the original. */
  "application.copied": { from: string };
  /** A draft was deleted, and restored. */
  "application.draft_deleted": Record<string, never>;
  "application.draft_restored": Record<string, never>;
  /** 会社情報 was changed. */
  "company.defaults_saved": { version: number };
  /** The contractor sent it to the branch (again, when the revision is above 1). */
  "application.submitted": { receiptNumber: string; revision: number; branchName: string };
  /** The contractor took it back before the branch began to examine. */
  "application.withdrawn": { receiptNumber: string };
  /** One of the two offices wrote a message about it; its text is not recorded. */
  "message.sent": { number: number };
  /** The branch began to examine it. */
  "application.examination_started": Record<string, never>;
  /** The branch returned it for correction. */
  "application.returned": { reason: string };
  /** The branch declined it (謝絶). */
  "application.refused": { reason: string };
  /** It was approved, by one person or, above the limit, by a second one. */
  "application.approved": { guaranteedYen: string; fourEyes: boolean };
  /** 発行 was pressed; the job does the rest. */
  "application.issue_ordered": { products: string[]; premiumReceived: boolean };
  /** A guarantee got its contract number. Only in older rows: since December 2026 it is part of the issue. */
  "guarantee.numbered": { contractNumber: string };
  /** A guarantee was issued: certificate, key and documents exist. */
  "guarantee.issued": { contractNumber: string; form: "paper" | "electronic" };
  /** The contractor looked at the key. */
  "guarantee.key_shown": { contractNumber: string };
  /** The contractor downloaded the key notice. */
  "guarantee.key_notice_taken": { contractNumber: string };
  /** The contractor sent the key notice to the obligee from the portal. */
  "guarantee.handed_over": { contractNumber: string; keyVersion: number; routeVersion: number };
  /** The contractor requested a new key. */
  "guarantee.key_reissue_requested": { contractNumber: string; keyVersion: number; reason: string };
  /** The branch reissued the key; the earlier one opens nothing any more. */
  "guarantee.key_reissued": { contractNumber: string; keyVersion: number };
  /** The branch declined the reissue. */
  "guarantee.key_reissue_declined": { contractNumber: string; reason: string };
  /** An official's number and key were right: the certificate was shown. */
  "verification.confirmed": { contractNumber: string; obligeeName: string };
  /** An official's number and key did not match; which of them was wrong is not recorded either. */
  "verification.failed": { counted: boolean };
  /** An official had to wait. */
  "verification.throttled": { waitSeconds: number };
  /** The contractor added a file to a draft. */
  "attachment.added": {
    kind: string;
    mediaType: string;
    size: number;
    scan: "clean" | "unscanned";
  };
  /** A file was rejected, because the virus scanner found something in it. */
  "attachment.refused": { signature: string };
  /** The contractor removed a file from a draft, and restored it. */
  "attachment.removed": { attachmentId: string };
  "attachment.restored": { attachmentId: string };
  /** The branch downloaded a file. */
  "attachment.taken": { attachmentId: string };
  /** A later scan found a virus in a file that had been sent. */
  "attachment.infected": { attachmentId: string; signature: string };
  /** The branch sent a failed mail again. */
  "mail.retried": { mailId: string };
  /** The branch started a failed job again. */
  "job.retried": { jobKey: string };
};

export type AuditEventName = keyof AuditCatalogue;
