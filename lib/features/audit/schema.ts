/**
 * The audit catalogue: every event and what its line carries. PERSISTED: names and shapes are never changed, only added.
 * No secret and no personal text stands in a line.
 */
export type AuditCatalogue = {
  /** A person signed in. */
  "account.signed_in": { email: string };
  /** A sign-in failed; the address as typed is not kept, only its hash. */
  "account.sign_in_failed": { emailHash: string };
  /** A person signed out. */
  "account.signed_out": Record<string, never>;
  /** A person ended own sessions on other devices. */
  "account.sessions_ended": { sessions: number };
  /** A person chose a new password; the other sessions ended. */
  "account.password_changed": Record<string, never>;
  /** Somebody asked for a mail to choose a new password; the address as typed is not kept, only its hash. */
  "account.password_reset_requested": { emailHash: string };
  /** A person chose a new password by the link of the mail; all sessions ended. */
  "account.password_reset": Record<string, never>;
  /** A manager invited somebody into the company. */
  "person.invited": { invitationId: string; role: "manager" | "applicant" | "viewer" };
  /** A manager sent an invitation again; the earlier link is dead. */
  "person.invitation_resent": { invitationId: string };
  /** A manager withdrew an invitation. */
  "person.invitation_cancelled": { invitationId: string };
  /** Somebody took an invitation up. */
  "person.joined": { invitationId: string; role: "manager" | "applicant" | "viewer" };
  /** A manager gave a person another role. */
  "person.role_changed": {
    userId: string;
    from: "manager" | "applicant" | "viewer";
    to: "manager" | "applicant" | "viewer";
  };
  /** A manager stopped a person's use of the portal. */
  "person.disabled": { userId: string };
  /** A manager let a person use the portal again. */
  "person.enabled": { userId: string };
  /** A contractor began an application. */
  "application.created": Record<string, never>;
  /** It was begun with the answers of an application that was sent; `from` is that one's 受付番号. */
  "application.copied": { from: string };
  /** A draft was thrown away, and taken back. */
  "application.draft_deleted": Record<string, never>;
  "application.draft_restored": Record<string, never>;
  /** What a company always answers was changed. */
  "company.defaults_saved": { version: number };
  /** The contractor sent it to the branch (again, when the revision is above 1). */
  "application.submitted": { receiptNumber: string; revision: number; branchName: string };
  /** The contractor took it back before the branch began to examine. */
  "application.withdrawn": { receiptNumber: string };
  /** One of the two offices wrote to the other about it; what was written is not here. */
  "message.sent": { number: number };
  /** The branch took it into examination. */
  "application.examination_started": Record<string, never>;
  /** The branch asks for a correction. */
  "application.returned": { reason: string };
  /** The branch will not guarantee. */
  "application.refused": { reason: string };
  /** Approved, by one person or, above the limit, by a second one. */
  "application.approved": { guaranteedYen: string; fourEyes: boolean };
  /** 発行 was pressed; the job does the rest. */
  "application.issue_ordered": { products: string[]; premiumReceived: boolean };
  /** A guarantee has its contract number. Only in older rows: since December 2026 numbered and issued are one. */
  "guarantee.numbered": { contractNumber: string };
  /** A guarantee is issued: certificate, key and documents exist. */
  "guarantee.issued": { contractNumber: string; form: "paper" | "electronic" };
  /** The contractor looked at the key. */
  "guarantee.key_shown": { contractNumber: string };
  /** The contractor took the key notice. */
  "guarantee.key_notice_taken": { contractNumber: string };
  /** The contractor sent the key notice to the obligee from the portal. */
  "guarantee.handed_over": { contractNumber: string; keyVersion: number; routeVersion: number };
  /** The contractor asks for a new key. */
  "guarantee.key_reissue_requested": { contractNumber: string; keyVersion: number; reason: string };
  /** The branch issued the key anew; the one before opens nothing any more. */
  "guarantee.key_reissued": { contractNumber: string; keyVersion: number };
  /** The branch declined to. */
  "guarantee.key_reissue_declined": { contractNumber: string; reason: string };
  /** An official's number and key were right: the certificate was shown. */
  "verification.confirmed": { contractNumber: string; obligeeName: string };
  /** An official's number and key did not match; which half was wrong is not told, not even here. */
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
  /** A file was not taken: the virus scanner knows what is in it. */
  "attachment.refused": { signature: string };
  /** The contractor took a file out of a draft, and brought it back. */
  "attachment.removed": { attachmentId: string };
  "attachment.restored": { attachmentId: string };
  /** The branch took a file. */
  "attachment.taken": { attachmentId: string };
  /** A later scan found a virus in a file that had been sent. */
  "attachment.infected": { attachmentId: string; signature: string };
  /** The branch sent a failed mail again. */
  "mail.retried": { mailId: string };
  /** The branch started a failed job again. */
  "job.retried": { jobKey: string };
};

export type AuditEventName = keyof AuditCatalogue;
