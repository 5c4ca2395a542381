import { z } from "zod";
import { isId } from "./ids.ts";

/** The id of a record. */
export const postedId = z.string().refine(isId);

/** Versions and sequences are `integer` columns in the database. */
const largest = 2_000_000_000;

/**
 * A version or sequence that a page sends back: digits from a form, a number in JSON. `z.coerce` read an empty field as
 * 0 and "0x1" as 1.
 */
export const postedCount = z.union([
  z.int().min(0).max(largest),
  z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .refine((count) => count <= largest),
]);
