/**
 * Reads something at most once in `ms` milliseconds in this process and hands the same answer to everybody who asks in
 * between; who asks while it is read waits for that reading. A reading that fails is not kept. Never for a tenant's data:
 * it knows no scope.
 * @param under what the answer holds for beside the time (a day, say): under another value it is read anew.
 */
export function keptFor<T>(
  ms: number,
  read: () => Promise<T>,
  under: () => string = () => "",
): () => Promise<T> {
  let kept: { until: number; under: string; answer: Promise<T> } | undefined;
  return () => {
    if (kept && performance.now() < kept.until && kept.under === under()) return kept.answer;
    const reading = { until: performance.now() + ms, under: under(), answer: read() };
    reading.answer.catch(() => {
      if (kept === reading) kept = undefined;
    });
    kept = reading;
    return reading.answer;
  };
}
