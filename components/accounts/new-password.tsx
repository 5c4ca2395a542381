"use client";
import { PasswordInput } from "#components/form/password-input.tsx";

/** The field of a new password with its one rule; a manager's proposal is as good as a sentence. */
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
      width="w24"
      autoComplete="new-password"
      help="15文字以上。文字の種類は問いません。関係のない言葉をいくつかつなげると、覚えやすく安全です。"
      error={error}
    />
  );
}
