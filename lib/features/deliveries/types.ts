/** What a failed job or mail is about. */
export type DeliverySubject = {
  applicationId: string;
  receiptNumber: string;
  workName: string;
  companyName: string;
  /** null: about the whole application. */
  productName: string | null;
};

/** Why something failed: a sentence for the branch, and what the machine wrote down when that says more. */
export type Failure = { sentence: string; record: string | null };

/** A job that gave up. */
export type StoppedJob = {
  jobKey: string;
  /** What it was doing, in the branch's words. */
  title: string;
  /** null: about no application, or about one that went to another branch meanwhile. */
  subject: DeliverySubject | null;
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
