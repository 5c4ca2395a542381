import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keptFor } from "#lib/core/kept.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("What is kept for some time in a process", () => {
  test("is read once for all who ask in that time, and again after it", async () => {
    let reads = 0;
    const read = keptFor(5_000, async () => ++reads);
    expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1]);
    vi.advanceTimersByTime(4_999);
    expect(await read()).toBe(1);
    vi.advanceTimersByTime(1);
    expect(await read()).toBe(2);
  });

  test("is read again when it is asked for something else", async () => {
    let reads = 0;
    let day = "2026-03-31";
    const read = keptFor(
      5_000,
      async () => ++reads,
      () => day,
    );
    expect([await read(), await read()]).toEqual([1, 1]);
    day = "2026-04-01";
    expect([await read(), await read()]).toEqual([2, 2]);
  });

  test("is not kept when the reading failed", async () => {
    let reads = 0;
    const read = keptFor(5_000, async () => {
      reads += 1;
      if (reads === 1) throw new Error("the database is away");
      return reads;
    });
    await expect(read()).rejects.toThrow("away");
    expect(await read()).toBe(2);
  });
});
