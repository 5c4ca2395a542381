/** Version of the terms of use that are agreed to at sending. */
export const TERMS_VERSION = "2026-04-01";
