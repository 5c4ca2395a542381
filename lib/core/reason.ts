import { z } from "zod";
import { foldText } from "./text.ts";

/** Longest reason, in characters. */
const longest = 1000;

/** A reason that a person must give to another, folded; `label` is its question on the screen. */
export function reasonText(label: string) {
  const text = z
    .string()
    .min(1, `${label}を入力してください。`)
    .refine((text) => [...text].length <= longest, `${label}は、${longest}文字以内で入力してください。`);
  return z.string().transform(foldText).pipe(text);
}
