import { headers } from "next/headers";
import { log } from "./log.ts";

/**
 * Whether a request was made by a page of ours. Next lets a request without an Origin pass with a warning; we do not,
 * since every browser sends one with a POST. Host is what the browser asked for: localhost and 127.0.0.1 are both used.
 * `name` is what was asked for, for the log.
 */
export async function isOwnOrigin(name: string): Promise<boolean> {
  const list = await headers();
  const origin = list.get("origin");
  const site = list.get("sec-fetch-site");
  const own =
    (site === null || site === "same-origin") &&
    origin !== null &&
    URL.canParse(origin) &&
    new URL(origin).host === list.get("host");
  if (!own) log.warn({ name }, "foreign origin refused");
  return own;
}
