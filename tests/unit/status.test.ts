import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ApplicationStatus } from "#lib/core/generated/prisma/enums.ts";
import {
  allows,
  isEditable,
  STATUS_LABELS,
  STATUS_TONES,
  TRANSITIONS,
  type Transition,
} from "#lib/features/applications/status.ts";

const statuses = Object.keys(STATUS_LABELS) as ApplicationStatus[];
const transitions = Object.keys(TRANSITIONS) as Transition[];

/** The procedure, written down independently of the table: every transition that may ever happen. */
const legal: readonly [ApplicationStatus, Transition, ApplicationStatus][] = [
  ["draft", "submit", "submitted"],
  ["returned", "submit", "submitted"],
  ["submitted", "withdraw", "withdrawn"],
  ["submitted", "beginExamination", "examining"],
  ["examining", "return", "returned"],
  ["examining", "decline", "refused"],
  ["examining", "approve", "approved"],
  ["approved", "orderIssue", "issuing"],
  ["issuing", "finishIssue", "issued"],
];

const anyCommands = fc.array(fc.constantFrom(...transitions), { maxLength: 60 });

/** Every status that an application passes through when commands come in any order and impossible ones do nothing. */
function walk(commands: readonly Transition[]): { path: ApplicationStatus[]; done: Transition[] } {
  const path: ApplicationStatus[] = ["draft"];
  const done: Transition[] = [];
  for (const command of commands) {
    if (!allows(command, path.at(-1) ?? "draft")) continue;
    path.push(TRANSITIONS[command].to);
    done.push(command);
  }
  return { path, done };
}

describe("the procedure of an application", () => {
  it("has exactly the steps of the contract, from every status", () => {
    const possible = statuses.flatMap((status) =>
      transitions
        .filter((transition) => allows(transition, status))
        .map((transition) => [status, transition, TRANSITIONS[transition].to]),
    );
    expect(new Set(possible.map(String))).toEqual(new Set(legal.map(String)));
    expect(possible).toHaveLength(legal.length);
  });

  it("takes legal steps only, whatever commands come in whatever order", () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const { path, done } = walk(commands);
        for (const [index, command] of done.entries())
          expect(legal).toContainEqual([path[index], command, path[index + 1]]);
      }),
      { numRuns: 1000 },
    );
  });

  it("issues nothing that was not sent, examined and approved, in this order and since the last return", () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const { path, done } = walk(commands);
        if (!path.includes("issued")) return;
        expect(done.slice(done.lastIndexOf("submit"))).toEqual([
          "submit",
          "beginExamination",
          "approve",
          "orderIssue",
          "finishIssue",
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  it("is sent once more for every return, and ends for good when withdrawn, refused or issued", () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const { path, done } = walk(commands);
        const times = (transition: Transition) => done.filter((before) => before === transition).length;
        const waiting = path.at(-1) === "returned" || path.at(-1) === "draft" ? 1 : 0;
        expect(times("submit")).toBe(times("return") + 1 - waiting);
        for (const end of ["withdrawn", "refused", "issued"] as const)
          if (path.includes(end)) expect(path.indexOf(end)).toBe(path.length - 1);
        expect(path.indexOf("draft", 1)).toBe(-1);
        for (const once of ["withdraw", "decline", "approve", "orderIssue", "finishIssue"] as const)
          expect(times(once)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });

  it("can be finished from everywhere but a refusal and a withdrawal", () => {
    for (const status of statuses) {
      const reached = new Set([status]);
      for (const from of reached)
        for (const step of transitions) if (allows(step, from)) reached.add(TRANSITIONS[step].to);
      expect(reached.has("issued"), status).toBe(status !== "refused" && status !== "withdrawn");
    }
  });

  it("lets the contractor edit before the first sending and after a return only", () => {
    expect(statuses.filter(isEditable)).toEqual(["draft", "returned"]);
  });

  it("is named in the words of the contract, each status once, each with a tone", () => {
    expect(Object.values(STATUS_LABELS)).toEqual([
      "下書き",
      "送信済",
      "審査中",
      "差戻し",
      "謝絶",
      "承認済",
      "発行処理中",
      "発行済",
      "取下げ",
    ]);
    expect(Object.keys(STATUS_TONES)).toEqual(statuses);
  });
});
