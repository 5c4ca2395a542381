/** A failure that no further try can mend (an address that does not exist): the job goes to the dead letters at once. */
export class PermanentFailure extends Error {}
