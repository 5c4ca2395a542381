import { z } from "zod";
import { isId } from "./ids.ts";

/** The id of a record. */
export const postedId = z.string().refine(isId);

/** Versions and sequences are `integer` in the database. */
const largest = 2_000_000_000;

/**
 * A version or sequence that a page offered: digits in a form, a number in JSON. Nothing else is one: read by
 * `z.coerce` an empty field was version 0, and "0x1" version 1.
 */
export const postedCount = z.union([
  z.int().min(0).max(largest),
  z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .refine((count) => count <= largest),
]);
