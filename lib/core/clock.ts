import { todayInTokyo } from "./calendar.ts";

/** The one clock of the program. Tests replace it, so no rule may read the time elsewhere. */
let read: () => Date = () => new Date();

/** The present instant. */
export function now(): Date {
  return read();
}

/** The date in Tokyo at the present instant, YYYY-MM-DD. */
export function today(): string {
  return todayInTokyo(now());
}

/** Replaces the clock and returns a function that puts the real one back (tests, benches). */
export function setClock(clock: () => Date): () => void {
  const before = read;
  read = clock;
  return () => {
    read = before;
  };
}
