import { describe, expect, it } from "vitest";
import { isId, newId } from "#lib/core/ids.ts";

describe("an id", () => {
  it("sorts by when it was made, also within one millisecond, and is made once", () => {
    const made = Array.from({ length: 10_000 }, newId);
    expect(made.filter(isId)).toHaveLength(made.length);
    expect(new Set(made).size).toBe(made.length);
    expect(made).toEqual([...made].sort());
    expect(made.every((id) => id[14] === "7" && /[89ab]/.test(id[19] ?? ""))).toBe(true);
  });
});
