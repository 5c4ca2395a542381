import path from "node:path";
import { fileURLToPath } from "node:url";

/** The absolute path of the checkout, wherever a command was typed. */
export const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** The absolute path of a file of the checkout. */
export function inCheckout(...parts: string[]): string {
  return path.join(checkout, ...parts);
}
