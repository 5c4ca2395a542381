/** A branch as contractors may know it: whom to call, and when. */
export type BranchChoice = { id: string; name: string; tel: string; hours: string };
