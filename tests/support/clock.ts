import { setClock } from "#lib/core/clock.ts";

/** A clock that a test moves by hand: it begins now, goes on by real time, and can be put ahead. */
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
