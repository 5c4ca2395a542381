import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/**
 * Named secrets, the current one first. The others still open what they once closed, so that secrets can be rotated.
 */
export type KeyRing = readonly { readonly id: string; readonly secret: Uint8Array }[];

function current(ring: KeyRing) {
  const first = ring[0];
  if (!first) throw new Error("the key ring is empty");
  return first;
}

function named(ring: KeyRing, id: string) {
  const found = ring.find((entry) => entry.id === id);
  if (!found) throw new Error(`no key ${id} in the ring: the secrets of DATA_DIR were lost or replaced`);
  return found;
}

/** SHA-256 of text or bytes. */
export function sha256(data: string | Uint8Array): Buffer {
  return createHash("sha256").update(data).digest();
}

/** A random token of 256 bits, base64url. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** HMAC-SHA-256 with the ring's current secret. */
export function seal(ring: KeyRing, message: string): { verifier: Uint8Array<ArrayBuffer>; keyId: string } {
  const { id, secret } = current(ring);
  return { verifier: Uint8Array.from(createHmac("sha256", secret).update(message).digest()), keyId: id };
}

/** HMAC-SHA-256 with the ring's named secret. */
export function sealAs(ring: KeyRing, keyId: string, message: string): Buffer {
  return createHmac("sha256", named(ring, keyId).secret).update(message).digest();
}

/** Whether `verifier` is the HMAC of the message under the named secret, compared in constant time. */
export function sealMatches(ring: KeyRing, keyId: string, message: string, verifier: Uint8Array): boolean {
  const expected = sealAs(ring, keyId, message);
  return verifier.length === expected.length && timingSafeEqual(expected, verifier);
}

/** AES-256-GCM with the ring's current secret: a nonce of 12 bytes, a tag of 16, then the text, bound to `context`. */
export function encrypt(
  ring: KeyRing,
  plain: string,
  context: string,
): { ciphertext: Uint8Array<ArrayBuffer>; keyId: string } {
  const { id, secret } = current(ring);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", secret, nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return { ciphertext: Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), body])), keyId: id };
}

/**
 * Opens what encrypt() closed.
 * @throws Error when the secret is missing, or the text or its context was changed.
 */
export function decrypt(ring: KeyRing, keyId: string, ciphertext: Uint8Array, context: string): string {
  const data = Buffer.from(ciphertext);
  const decipher = createDecipheriv("aes-256-gcm", named(ring, keyId).secret, data.subarray(0, 12))
    .setAAD(Buffer.from(context))
    .setAuthTag(data.subarray(12, 28));
  return Buffer.concat([decipher.update(data.subarray(28)), decipher.final()]).toString("utf8");
}
