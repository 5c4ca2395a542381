import "server-only";
import { randomBytes } from "node:crypto";
import type { BranchScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { decrypt, encrypt, seal, sealMatches } from "#lib/core/crypto.ts";
import type { Tx } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { newId } from "#lib/core/ids.ts";
import { makeKey } from "./rules.ts";

const bound = (guaranteeId: string, version: number) => `${guaranteeId}:${version}`;

type StoredKey = {
  guaranteeId: string;
  version: number;
  verifier: Uint8Array;
  verifierKeyId: string;
  ciphertext: Uint8Array;
  cipherKeyId: string;
};

/**
 * Gives a guarantee one version of its key; unique by (guarantee, version), so that a second call fails instead of
 * making another.
 */
export async function giveKey(tx: Tx<BranchScope>, guaranteeId: string, version: number): Promise<string> {
  const key = makeKey(randomBytes);
  const { verifier, keyId: verifierKeyId } = seal(env().keyPeppers, `${bound(guaranteeId, version)}:${key}`);
  const { ciphertext, keyId: cipherKeyId } = encrypt(env().keyCiphers, key, bound(guaranteeId, version));
  const row = { id: newId(), guaranteeId, version, verifier, verifierKeyId, ciphertext, cipherKeyId };
  await tx.verificationKey.createMany({ data: [{ ...row, createdAt: now() }] });
  return key;
}

/** Decrypts a stored key, for the contractor who owns it and for the key notice. */
export function openKey(stored: StoredKey): string {
  return decrypt(
    env().keyCiphers,
    stored.cipherKeyId,
    stored.ciphertext,
    bound(stored.guaranteeId, stored.version),
  );
}

/** Whether a typed key equals the stored one, in constant time. */
export function keyMatches(
  stored: Pick<StoredKey, "guaranteeId" | "version" | "verifier" | "verifierKeyId">,
  key: string,
): boolean {
  const message = `${bound(stored.guaranteeId, stored.version)}:${key}`;
  return sealMatches(env().keyPeppers, stored.verifierKeyId, message, stored.verifier);
}

/** Does the same work for a number that does not exist, so that timing does not reveal which numbers exist. */
export function compareWithNothing(key: string): false {
  const { verifier, keyId } = seal(env().keyPeppers, "nothing");
  sealMatches(env().keyPeppers, keyId, `00000000-0000-0000-0000-000000000000:1:${key}`, verifier);
  return false;
}
