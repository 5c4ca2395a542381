/** What a failed job or mail is about. */
export type DeliverySubject = {
  applicationId: string;
  receiptNumber: string;
  workName: string;
  companyName: string;
  productName: string;
};

/** Why something failed: a sentence for the branch, and what the machine wrote down when that says more. */
export type Failure = { sentence: string; record: string | null };

/** An issue whose job gave up. */
export type StoppedIssue = {
  guaranteeId: string;
  subject: DeliverySubject;
  failure: Failure;
  failedAt: string;
};

/** A mail that the server has not taken. Only a failed one can be sent again; the others are tried by themselves. */
export type UnsentMail = {
  id: string;
  recipient: string;
  mailSubject: string;
  subject: DeliverySubject | null;
  state: "waiting" | "retrying" | "failed";
  attempts: number;
  failure: Failure | null;
  createdAt: string;
};
