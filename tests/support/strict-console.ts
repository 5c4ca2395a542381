import { afterEach } from "vitest";

// React, Next and Node report real faults (a missing key, an unhandled rejection) only through console.error.
let seen: unknown[][] = [];
const print = console.error;

console.error = (...said: unknown[]) => {
  seen.push(said);
  print(...said);
};

afterEach(() => {
  const unexpected = seen;
  seen = [];
  if (unexpected.length > 0)
    throw new Error(`console.error was called: ${unexpected.flat().map(String).join(" ")}`);
});
