import { z } from "zod";
import { foldText } from "./text.ts";

/** Longest reason, in characters. */
const longest = 1000;

/** A reason that one person must give another, folded; `label` is the field's label. */
export function reasonText(label: string) {
  const text = z
    .string()
    .min(1, `${label}を入力してください。`)
    .refine((text) => [...text].length <= longest, `${label}は、${longest}文字以内で入力してください。`);
  return z.string().transform(foldText).pipe(text);
}
