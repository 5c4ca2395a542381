import { sealAs, sha256 } from "#lib/core/crypto.ts";
import { env } from "#lib/core/env.ts";

/** What a one-time link is for, by the record behind it; a new version of the record kills the older link. */
export type Link = { kind: "invitation" | "password_reset"; id: string; version: number };

const tokensOf = ({ kind, id, version }: Link) =>
  env().keyPeppers.map((key) =>
    sealAs(env().keyPeppers, key.id, `link:${kind}:${id}:${version}`).toString("base64url"),
  );

/** What is kept of a token, and what it is found by. */
export function linkHash(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(sha256(token));
}

/** The hash to keep of a new link. */
export function newLinkHash(link: Link): Uint8Array<ArrayBuffer> {
  const [token] = tokensOf(link);
  if (token === undefined) throw new Error("the key ring is empty");
  return linkHash(token);
}

/**
 * The token of a link, made again from the secret for the mail, so that it stands in no table and no queue.
 * @throws Error when the secret of its day is not in the ring any more.
 */
export function linkToken(link: Link, hash: Uint8Array): string {
  const token = tokensOf(link).find((candidate) => Buffer.from(linkHash(candidate)).equals(hash));
  if (token === undefined) throw new Error("no secret of the ring makes this link");
  return token;
}
