import { z } from "zod";
import { foldContractNumber } from "#lib/features/guarantees/rules.ts";
import { foldKey } from "#lib/features/keys/rules.ts";

/**
 * What the lookup form sends. Nothing is refused here: a number or key that cannot exist gets the one sentence of every
 * failure, from the command. Number folded (upper case), key folded or null when it is not twelve letters and digits.
 */
export const lookup = z.strictObject({
  contractNumber: z.string().transform(foldContractNumber),
  key: z.string().transform(foldKey),
});

export type Lookup = z.output<typeof lookup>;
