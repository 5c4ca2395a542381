import { setClock } from "#lib/core/clock.ts";

/** A clock that a test controls: it begins now, follows real time, and can be moved ahead. */
export function movableClock(): { ahead: (seconds: number) => void; restore: () => void } {
  let aheadMs = 0;
  const restore = setClock(() => new Date(Date.now() + aheadMs));
  return {
    ahead: (seconds) => {
      aheadMs += seconds * 1000;
    },
    restore,
  };
}
