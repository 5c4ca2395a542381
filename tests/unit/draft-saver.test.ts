import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DraftSaver, type SaveAnswer, type SaveState } from "#components/drafts/draft-saver.ts";
import type { RawDraft } from "#lib/features/questions/types.ts";

const saved: SaveAnswer = {
  savedAt: "2026-04-01T01:23:00.000Z",
  version: 1,
  changed: [],
  conflicts: [],
  warnings: [],
};
const theirs = (latest: string) => ({
  field: "workName" as const,
  latest,
  by: "工事 花子",
  at: "2026-04-01T01:22:00.000Z",
});

/** A form, and a server whose answers the test gives one by one. */
function scene(kept: RawDraft = {}) {
  let fields: RawDraft = { ...kept };
  const requests: {
    fields: RawDraft;
    aborted: () => boolean;
    answer: (given: SaveAnswer) => Promise<void>;
  }[] = [];
  const states: SaveState[] = [];
  let open: string[] = [];
  const saver = new DraftSaver({
    kept,
    savedAt: "2026-04-06T01:00:00.000Z",
    read: () => fields,
    onState: (state) => states.push(state),
    onKept: () => {},
    onTheirs: (field, text) => {
      fields = { ...fields, [field]: text };
    },
    onConflicts: (changes) => {
      open = changes.map(({ field, latest }) => `${field} ${latest}`);
    },
    send: (sent, signal) =>
      new Promise((done) => {
        // fetch answers an abort by throwing, which sendDraft turns into "retry".
        signal.addEventListener("abort", () => done("retry"));
        requests.push({
          fields: sent,
          aborted: () => signal.aborted,
          answer: async (given) => {
            done(given);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
  });
  const type = (text: RawDraft) => {
    fields = { ...fields, ...text };
    saver.changed();
  };
  const request = (index: number) => {
    const found = requests[index];
    if (!found) throw new Error(`there was no request ${index + 1}`);
    return found;
  };
  return {
    saver,
    type,
    request,
    requests,
    state: () => states.at(-1)?.status,
    fields: () => fields,
    disputed: () => open,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("saving while typing", () => {
  it("sends after a pause, and only what changed", async () => {
    const { type, request, requests, state } = scene({ workName: "道路", jvName: "甲" });
    type({ workName: "道路改" });
    await vi.advanceTimersByTimeAsync(500);
    type({ workName: "道路改良" });
    await vi.advanceTimersByTimeAsync(500);
    expect(requests).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(request(0).fields).toEqual({ workName: "道路改良" });
    expect(state()).toBe("pending");
    await request(0).answer(saved);
    expect(state()).toBe("saved");
  });

  it("sends nothing when the text is again what the server has, and says that it is saved", async () => {
    const { type, requests, state } = scene({ workName: "道路" });
    type({ workName: "道" });
    expect(state()).toBe("pending");
    type({ workName: "道路" });
    expect(state()).toBe("saved");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(requests).toHaveLength(0);
  });

  it("has one request under way at a time, and the newest text follows it", async () => {
    const { type, request, requests, state } = scene();
    type({ workName: "一" });
    await vi.advanceTimersByTimeAsync(600);
    type({ workName: "一二" });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(requests).toHaveLength(1);
    await request(0).answer(saved);
    expect(state()).toBe("pending");
    await vi.advanceTimersByTimeAsync(600);
    expect(request(1).fields).toEqual({ workName: "一二" });
    await request(1).answer(saved);
    expect(state()).toBe("saved");
  });

  it("sends the old text again when it was typed back while the new one was under way", async () => {
    const { type, request } = scene({ workName: "旧" });
    type({ workName: "新" });
    await vi.advanceTimersByTimeAsync(600);
    type({ workName: "旧" });
    await request(0).answer(saved);
    await vi.advanceTimersByTimeAsync(600);
    expect(request(1).fields).toEqual({ workName: "旧" });
  });

  it("says a failure, tries again ever more slowly, and says when it is over", async () => {
    const { type, request, requests, state } = scene();
    type({ workName: "一" });
    await vi.advanceTimersByTimeAsync(600);
    await request(0).answer("retry");
    expect(state()).toBe("failed");
    await vi.advanceTimersByTimeAsync(2_000);
    await request(1).answer("retry");
    await vi.advanceTimersByTimeAsync(3_900);
    expect(requests).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(100);
    await request(2).answer(saved);
    expect(state()).toBe("saved");
  });

  it("stops for good once the application was sent elsewhere", async () => {
    const { type, request, requests, state } = scene();
    type({ workName: "一" });
    await vi.advanceTimersByTimeAsync(600);
    await request(0).answer({ closed: "not_editable" });
    expect(state()).toBe("closed");
    type({ workName: "二" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(1);
  });

  it("goes on after somebody signed in again in another tab", async () => {
    const { saver, type, request } = scene();
    type({ workName: "一" });
    await vi.advanceTimersByTimeAsync(600);
    await request(0).answer({ closed: "signed_out" });
    saver.revive();
    expect(request(1).fields).toEqual({ workName: "一" });
  });
});

describe("leaving", () => {
  it("waits for the last text to be kept", async () => {
    const { saver, type, request } = scene();
    type({ workName: "一" });
    const left = saver.leave(3_000);
    await vi.advanceTimersByTimeAsync(0);
    await request(0).answer(saved);
    await expect(left).resolves.toBe(true);
  });

  it("after three seconds takes a slow save back and sends the newest text without waiting", async () => {
    const { saver, type, request } = scene();
    type({ workName: "一" });
    await vi.advanceTimersByTimeAsync(600);
    type({ workName: "一二" });
    const left = saver.leave(3_000);
    await vi.advanceTimersByTimeAsync(3_000);
    await expect(left).resolves.toBe(true);
    expect(request(0).aborted()).toBe(true);
    expect(request(1).fields).toEqual({ workName: "一二" });
  });

  it("says that it failed, so that nobody is led away from unsaved text", async () => {
    const { saver, type, request } = scene();
    type({ workName: "一" });
    const left = saver.leave(3_000);
    await vi.advanceTimersByTimeAsync(0);
    await request(0).answer("retry");
    await expect(left).resolves.toBe(false);
  });

  it("sends the rest when the page goes away, also what was typed back meanwhile", async () => {
    const { saver, type, request } = scene({ workName: "旧" });
    type({ workName: "新" });
    await vi.advanceTimersByTimeAsync(600);
    type({ workName: "旧" });
    saver.lastChance();
    expect(request(0).aborted()).toBe(true);
    expect(request(1).fields).toEqual({ workName: "旧" });
  });

  it("sends nothing more while a button posts the whole form", async () => {
    const { saver, type, request, requests } = scene();
    type({ workName: "一" });
    await vi.advanceTimersByTimeAsync(600);
    const paused = saver.pause(3_000);
    await request(0).answer(saved);
    await paused;
    type({ workName: "一二" });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(requests).toHaveLength(1);
  });
});

describe("somebody else on the same draft", () => {
  it("keeps a field back that both changed, saves the others, and sends the own text when it shall stay", async () => {
    const { saver, type, request, requests, disputed } = scene({ workName: "旧", jvName: "" });
    type({ workName: "自分" });
    await vi.advanceTimersByTimeAsync(600);
    await request(0).answer({ ...saved, conflicts: [{ ...theirs("相手"), mine: "自分" }] });
    expect(disputed()).toEqual(["workName 相手"]);
    type({ jvName: "甲" });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(request(1).fields).toEqual({ jvName: "甲" });
    await request(1).answer(saved);
    expect(saver.failing).toBe(true);
    saver.keepMine();
    expect(disputed()).toEqual([]);
    await vi.advanceTimersByTimeAsync(600);
    expect(request(2).fields).toEqual({ workName: "自分" });
    await request(2).answer(saved);
    expect([saver.unsaved, saver.failing, requests.length]).toEqual([false, false, 3]);
  });

  it("writes the other text into the field when that is chosen, and sends nothing", async () => {
    const { saver, type, request, requests, fields } = scene({ workName: "旧" });
    type({ workName: "自分" });
    await vi.advanceTimersByTimeAsync(600);
    await request(0).answer({ ...saved, conflicts: [{ ...theirs("相手"), mine: "自分" }] });
    saver.takeTheirs();
    expect(fields().workName).toBe("相手");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(requests).toHaveLength(1);
    expect(saver.unsaved).toBe(false);
  });

  it("takes over silently what they wrote in a field that nobody touched here", async () => {
    const { type, request, requests, fields, disputed } = scene({ workName: "旧", jvName: "" });
    type({ jvName: "甲" });
    await vi.advanceTimersByTimeAsync(600);
    await request(0).answer({ ...saved, changed: [theirs("相手")] });
    expect(fields()).toEqual({ workName: "相手", jvName: "甲" });
    expect(disputed()).toEqual([]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(requests).toHaveLength(1);
  });

  it("asks when the field was typed in while the answer was on its way", async () => {
    const { type, request, requests, fields, disputed } = scene({ workName: "旧", jvName: "" });
    type({ jvName: "甲" });
    await vi.advanceTimersByTimeAsync(600);
    type({ workName: "自分" });
    await request(0).answer({ ...saved, changed: [theirs("相手")] });
    expect(disputed()).toEqual(["workName 相手"]);
    expect(fields().workName).toBe("自分");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(requests).toHaveLength(1);
  });

  it("sends text of an earlier page again whose arrival is not known", async () => {
    const { saver, request } = scene({ workName: "旧" });
    const again = new DraftSaver({
      kept: { workName: null },
      savedAt: "2026-04-06T01:00:00.000Z",
      read: () => ({ workName: "旧" }),
      send: async () => saved,
      onState: () => {},
      onKept: () => {},
      onTheirs: () => {},
      onConflicts: () => {},
    });
    expect(again.pending).toEqual({ workName: "旧" });
    expect(saver.pending).toEqual({});
    expect(() => request(0)).toThrow();
  });
});
