import { describe, expect, it } from "vitest";
import { hasBegun, versionOn } from "#lib/core/versions.ts";

describe("the version in effect on a day", () => {
  const versions = [
    { version: 1, effectiveFrom: "2026-01-01" },
    { version: 3, effectiveFrom: "2026-07-01" },
    { version: 2, effectiveFrom: "2026-04-01" },
  ];

  it.each([
    ["2025-12-31", undefined],
    ["2026-01-01", 1],
    ["2026-03-31", 1],
    ["2026-04-01", 2],
    ["2026-07-01", 3],
    ["2030-01-01", 3],
  ])("is, on %s, the newest that has begun", (day, version) => {
    expect(versionOn(versions, day)?.version).toBe(version);
  });

  it("is the later one of two that begin on the same day, which corrects the earlier", () => {
    const corrected = [...versions, { version: 4, effectiveFrom: "2026-01-01" }];
    expect(versionOn(corrected, "2026-02-01")?.version).toBe(4);
  });

  it("holds from its first day on", () => {
    expect([hasBegun("2026-04-01", "2026-03-31"), hasBegun("2026-04-01", "2026-04-01")]).toEqual([
      false,
      true,
    ]);
  });
});
