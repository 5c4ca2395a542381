/** Longest message, in characters. */
export const MAX_BODY = 2000;

/** What each side calls its messages (docs/domain.md 1.3). */
export const MESSAGE_LABELS = {
  contractor: "お客様から弊社への連絡事項",
  branch: "弊社からお客様へのお知らせ",
} as const;

export type MessageSide = keyof typeof MESSAGE_LABELS;
