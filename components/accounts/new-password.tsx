"use client";
import { PasswordInput } from "#components/form/password-input.tsx";

/** The field for a new password with its one rule: a password manager's proposal and a sentence are both fine. */
export function NewPassword({
  id,
  label = "パスワード",
  error,
}: {
  id: string;
  label?: string;
  error: string | undefined;
}) {
  return (
    <PasswordInput
      name="password"
      id={id}
      label={label}
      width="width-24"
      autoComplete="new-password"
      help={
        <>
          15文字以上で入力してください。文字の種類は問いません。
          <br />
          関係のない言葉を3つ以上つなげると、覚えやすく安全です。
        </>
      }
      error={error}
    />
  );
}
