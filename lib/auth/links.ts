import { sealAs, sha256 } from "#lib/core/crypto.ts";
import { env } from "#lib/core/env.ts";

/** What a one-time link is for, by the record behind it. A new version of the record makes older links void. */
export type Link = { kind: "invitation" | "password_reset"; id: string; version: number };

const tokensOf = ({ kind, id, version }: Link) =>
  env().keyPeppers.map((key) =>
    sealAs(env().keyPeppers, key.id, `link:${kind}:${id}:${version}`).toString("base64url"),
  );

/** The hash by which a token is stored and found. */
export function linkHash(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(sha256(token));
}

/** The hash to store for a new link. */
export function newLinkHash(link: Link): Uint8Array<ArrayBuffer> {
  const [token] = tokensOf(link);
  if (token === undefined) throw new Error("the key ring is empty");
  return linkHash(token);
}

/**
 * Recomputes the token of a link for its mail, so that it is stored in no table and no queue.
 * @throws Error when the secret it was made with is no longer in the ring.
 */
export function linkToken(link: Link, hash: Uint8Array): string {
  const token = tokensOf(link).find((candidate) => Buffer.from(linkHash(candidate)).equals(hash));
  if (token === undefined) throw new Error("no secret of the ring makes this link");
  return token;
}
