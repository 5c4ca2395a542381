/** Runs one step of the start and prints what it does; if it took long, also that it is done. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  console.log(`${what} …`);
  const result = await work();
  const seconds = (performance.now() - begun) / 1000;
  if (seconds > 3) console.log(`  done in ${seconds.toFixed(0)} s`);
  return result;
}
