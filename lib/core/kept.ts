/**
 * Reads something at most once in `ms` milliseconds per process and gives everybody the same answer in between; whoever
 * asks during a reading waits for it. A failed reading is not kept. Never use it for tenant data: it knows no scope.
 */
export function keptFor<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { until: number; answer: Promise<T> } | undefined;
  return () => {
    if (kept && performance.now() < kept.until) return kept.answer;
    const reading = { until: performance.now() + ms, answer: read() };
    reading.answer.catch(() => {
      if (kept === reading) kept = undefined;
    });
    kept = reading;
    return reading.answer;
  };
}
