import { z } from "zod";
import { foldCode } from "#lib/core/text.ts";

/**
 * What the sign-in form sends. Nothing is refused here: whatever cannot be an address or a password gets the one
 * sentence of every failure. The address is folded as it is stored (either width, no blanks, lower case); the password
 * is left to the letter. `next` is the page that asked for signing in.
 */
export const signInForm = z.strictObject({
  email: z.string().transform((typed) => foldCode(typed).toLowerCase()),
  password: z.string(),
  next: z.string().optional(),
});

/** ログアウト sends nothing. */
export const signOutForm = z.strictObject({});
