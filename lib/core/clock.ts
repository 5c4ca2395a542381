/** The one clock of the program; tests replace it, so that no rule reads the wall time behind their back. */
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
