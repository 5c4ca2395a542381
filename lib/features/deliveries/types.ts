/** What a failed job or mail is about. */
export type DeliverySubject = {
  applicationId: string;
  receiptNumber: string;
  workName: string;
  companyName: string;
  /** Null when it is about the whole application. */
  productName: string | null;
};

/** Why something failed: a sentence for the branch, and the technical message if it says more. */
export type Failure = { sentence: string; record: string | null };

/** A job that gave up. */
export type StoppedJob = {
  jobKey: string;
  /** The title of the job, in the branch's words. */
  title: string;
  /** Null when it is about no application, or about one that has moved to another branch. */
  subject: DeliverySubject | null;
  failure: Failure;
  failedAt: string;
};

/** A mail that no server has taken. Only a failed one can be sent again; the others are retried automatically. */
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
