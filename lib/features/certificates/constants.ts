/** The version of the certificate and of the key that a guarantee is issued with; a change and a reissue make the next ones. */
export const FIRST_VERSION = 1;
