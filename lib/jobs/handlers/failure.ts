/**
 * A failure that no retry can fix, such as an address that does not exist: the job goes to the dead letters at once.
 */
export class PermanentFailure extends Error {}
