/** What every page's frame says about who runs it; comes from the guarantor's data. */
export type Site = {
  /** The guarantor's name, in the header and the footer. */
  company?: string;
  /** Says in the footer that company and contents are made up. */
  demo?: boolean;
};
