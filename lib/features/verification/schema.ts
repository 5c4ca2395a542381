import { z } from "zod";
import { foldContractNumber } from "#lib/features/guarantees/rules.ts";
import { foldKey } from "#lib/features/keys/rules.ts";

/**
 * The fields of the lookup form. Nothing is invalid here: a number or key that cannot exist gets the same sentence as
 * every failure, from the command. The number is folded (upper case), the key is folded, or null when it is not twelve
 * letters and digits.
 */
export const lookup = z.strictObject({
  contractNumber: z.string().transform(foldContractNumber),
  key: z.string().transform(foldKey),
});

export type Lookup = z.output<typeof lookup>;
