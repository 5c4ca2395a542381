/** The version of the terms of use that sending accepts. */
export const TERMS_VERSION = "2026-04-01";
