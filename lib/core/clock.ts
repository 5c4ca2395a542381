/** The one clock of the program. Tests replace it, so no rule may read the time elsewhere. */
let read: () => Date = () => new Date();

/** The present instant. */
export function now(): Date {
  return read();
}

/** Replaces the clock and returns a function that puts the real one back (tests, benches). */
export function setClock(clock: () => Date): () => void {
  const before = read;
  read = clock;
  return () => {
    read = before;
  };
}
