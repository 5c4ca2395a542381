import { z } from "zod";
import { postedId } from "#lib/core/posted.ts";
import { foldCode, foldName } from "#lib/core/text.ts";
import { COMPANY_ROLES } from "./constants.ts";

const id = postedId;
const role = z.enum(COMPANY_ROLES, "権限を選んでください。");

/** An address, folded as it is stored: either width, no blanks, lower case. */
const email = z
  .string()
  .transform((typed) => foldCode(typed).toLowerCase())
  .pipe(
    z
      .string()
      .min(1, "メールアドレスを入力してください。")
      .max(254, "メールアドレスが長すぎます。正しいメールアドレスを入力してください。")
      .regex(
        /^[^\s@<>",;:\\()[\]]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/,
        "メールアドレスは、name@example.jp のように入力してください。",
      ),
  );

const name = z
  .string()
  .transform(foldName)
  .pipe(z.string().min(1, "お名前を入力してください。").max(60, "お名前は、60文字以内で入力してください。"));

/** 「招待メールを送る」 */
export const inviteForm = z.strictObject({ email, role });
/** The buttons of one invitation. */
export const invitationForm = z.strictObject({ id });
/** 「権限を変更する」 */
export const roleForm = z.strictObject({ id, role });
/** The buttons of one person. */
export const personForm = z.strictObject({ id });
/** 「登録する」 behind the link of an invitation; the token is in a cookie. The password is left unchanged. */
export const acceptForm = z.strictObject({
  name,
  password: z
    .string()
    .min(1, "パスワードを入力してください。")
    .max(4096, "パスワードは、128文字以内で入力してください。"),
});
