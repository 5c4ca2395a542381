/**
 * Reads something at most once in `ms` milliseconds per process and gives everybody the same answer in between; whoever
 * asks during a reading waits for it. A failed reading is not kept. Never use it for tenant data: it knows no scope.
 * @param under what the answer also depends on, such as the day; when it changes, the answer is read again.
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
