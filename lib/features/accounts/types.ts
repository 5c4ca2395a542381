/** One of the person's own sessions, in words. */
export type SessionItem = {
  id: string;
  device: string;
  /** The network address from which it was opened. */
  address: string;
  openedAt: string;
  usedAt: string;
  /** 「この端末」 */
  own: boolean;
};
