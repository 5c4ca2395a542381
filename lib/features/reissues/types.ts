/** What a contractor sees of the new keys of a guarantee. */
export type ReissueState = {
  /** The number of the next request. */
  sequence: number;
  /** A request that waits for the branch. */
  open: { when: string; by: string; reason: string } | null;
  /** The branch declined the last request. */
  declined: { when: string; reason: string } | null;
  /** When the key was last issued anew. */
  reissuedAt: string | null;
};

/** A request that waits for the branch, in words. */
export type OpenReissue = { id: string; when: string; by: string; reason: string };

/** The same, with the case to open. */
export type WaitingReissue = OpenReissue & {
  applicationId: string;
  workName: string;
  companyName: string;
  contractNumber: string;
};
