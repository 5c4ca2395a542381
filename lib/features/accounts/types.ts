/** One of the person's own sessions, in words. */
export type SessionItem = {
  id: string;
  device: string;
  /** The network address it was opened from. */
  address: string;
  openedAt: string;
  usedAt: string;
  /** 「この端末」 */
  own: boolean;
};
