import type { loadLookUp, loadVerification } from "./loaders.ts";

/** What stands beside the look-up form. */
export type LookUpPage = Awaited<ReturnType<typeof loadLookUp>>;

/** What an official sees after number and key were right. */
export type VerifiedGuarantee = NonNullable<Awaited<ReturnType<typeof loadVerification>>>;
