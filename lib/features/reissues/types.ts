/** What a contractor sees about the reissues of a guarantee's key. */
export type ReissueState = {
  /** The number of the next request. */
  sequence: number;
  /** The waiting request. */
  open: { when: string; by: string; reason: string } | null;
  /** The branch declined the last request. */
  declined: { when: string; reason: string } | null;
  /** When the key was last reissued. */
  reissuedAt: string | null;
};

/** A waiting request, in words. */
export type OpenReissue = { id: string; when: string; by: string; reason: string };

/** The same, with the case to open. */
export type WaitingReissue = OpenReissue & {
  applicationId: string;
  workName: string;
  companyName: string;
  contractNumber: string;
};
