import { z } from "zod";
import { postedId } from "#lib/core/posted.ts";
import { foldCode } from "#lib/core/text.ts";

/**
 * The fields of the sign-in form. Nothing is invalid here: whatever cannot be an address or a password gets the same
 * sentence as every failure. The address is folded as it is stored (either width, no blanks, lower case); the password
 * is left unchanged. `next` is the page that required signing in.
 */
export const signInForm = z.strictObject({
  email: z.string().transform((typed) => foldCode(typed).toLowerCase()),
  password: z.string(),
  next: z.string().optional(),
});

/** ログアウト has no fields. */
export const signOutForm = z.strictObject({});

/**
 * Passwords are left unchanged. The limit is longer than any allowed password, so that the mistake can be explained.
 */
const password = z.string().max(4096, "パスワードは、128文字以内で入力してください。");

/** 「再設定のメールを送る」: as in sign-in, an address that cannot be one gets the same answer. */
export const resetRequestForm = z.strictObject({
  email: z
    .string()
    .transform((typed) => foldCode(typed).toLowerCase().slice(0, 320))
    .pipe(z.string().min(1, "メールアドレスを入力してください。")),
});

/** 「パスワードを設定する」 behind the link; the token is in a cookie. */
export const resetForm = z.strictObject({ password });

/** 「パスワードを変更する」 */
export const changePasswordForm = z.strictObject({ current: password, password });

/** 「サインアウトさせる」: one session by its id, or all others. */
export const endSessionForm = z.strictObject({ id: postedId });
export const endOthersForm = z.strictObject({});
export const keepSessionForm = z.strictObject({});
