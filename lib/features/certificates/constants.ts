/**
 * The version of the certificate and the key with which a guarantee is issued; a change or a reissue makes the next
 * one.
 */
export const FIRST_VERSION = 1;
