import { describe, expect, it } from "vitest";
import { postedCount, postedId } from "#lib/core/posted.ts";

describe("a version or sequence from a page", () => {
  it.each([
    ["0", 0],
    ["12", 12],
    ["2000000000", 2_000_000_000],
    [7, 7],
  ])("reads %j", (posted, count) => {
    expect(postedCount.parse(posted)).toBe(count);
  });

  it.each([
    "",
    " ",
    "1 ",
    "0x1",
    "1e3",
    "1.5",
    "-1",
    "２",
    "2000000001",
    "99999999999",
    1.5,
    -1,
    null,
    true,
    [1],
  ])("is not %j", (posted) => {
    expect(postedCount.safeParse(posted).success).toBe(false);
  });
});

describe("an id from a page", () => {
  it("is an id of ours, no other text", () => {
    const id = "019b76da-0000-7000-8000-000000000001";
    expect(postedId.parse(id)).toBe(id);
    for (const other of ["", "1", `${id} `, id.toUpperCase(), `{${id}}`, 1, null])
      expect(postedId.safeParse(other).success).toBe(false);
  });
});
