import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeDraft, readEdits, wordsOf } from "#lib/features/drafts/rules.ts";
import type { Based, KeptDraft } from "#lib/features/drafts/types.ts";
import type { RawDraft } from "#lib/features/questions/types.ts";

const empty: KeptDraft = { draft: {}, version: 0, edits: readEdits({}) };
const at = "2026-04-01T01:23:00.000Z";
const save = (kept: KeptDraft, fields: RawDraft, based: Based | null, name = "工事 太郎") =>
  mergeDraft(kept, fields, { name, at }, based, "works");
const from = (editor: string, version: number, sequence = 1): Based => ({ editor, version, sequence });

describe("laying a save over a draft", () => {
  it("reports a field that another window changed since, with both texts, and leaves it as it is", () => {
    const theirs = save(empty, { workName: "相手" }, from("b", 0), "工事 花子");
    const mine = save(theirs, { workName: "自分", worksPlace: "小田原市" }, from("a", 0));
    expect(mine.draft).toEqual({ workName: "相手", worksPlace: "小田原市" });
    expect(mine.conflicts).toEqual([
      { field: "workName", mine: "自分", latest: "相手", by: "工事 花子", at },
    ]);
    expect(mine.changed).toEqual([]);
  });

  it("takes the own text once the page has seen the other one", () => {
    const theirs = save(empty, { workName: "相手" }, from("b", 0));
    const mine = save(theirs, { workName: "自分" }, from("a", theirs.version));
    expect(mine.draft.workName).toBe("自分");
    expect(mine.conflicts).toEqual([]);
  });

  it("merges what does not overlap and tells what the other one changed", () => {
    const theirs = save(empty, { workName: "相手" }, from("b", 0));
    const mine = save(theirs, { worksPlace: "小田原市" }, from("a", 0));
    expect(mine.draft).toEqual({ workName: "相手", worksPlace: "小田原市" });
    expect(mine.changed.map(({ field, latest }) => [field, latest])).toEqual([["workName", "相手"]]);
  });

  it("finds no conflict where both typed the same", () => {
    const theirs = save(empty, { workName: "同じ" }, from("b", 0));
    expect(save(theirs, { workName: "同じ" }, from("a", 0)).conflicts).toEqual([]);
  });

  it("lets a save be repeated when its answer was lost", () => {
    const first = save(empty, { workName: "一" }, from("a", 0, 1));
    const again = save(first, { workName: "一" }, from("a", 0, 2));
    const next = save(again, { workName: "一二" }, from("a", 0, 3));
    expect(next.draft.workName).toBe("一二");
    expect(next.conflicts).toEqual([]);
  });

  it("knows a window's former names after a reload, but not a copy of it nor a late request of the page before", () => {
    const begun = save(empty, { workName: "一" }, from("a", 0));
    const reloaded = save(begun, { workName: "一二" }, from("b.a", 0));
    expect(reloaded.draft.workName).toBe("一二");
    expect(reloaded.conflicts).toEqual([]);
    expect(save(reloaded, { workName: "三" }, from("c.a", 0)).conflicts).toHaveLength(1);
    expect(save(reloaded, { workName: "一" }, from("a", 0, 2)).draft.workName).toBe("一二");
    expect(save(reloaded, { workName: "四" }, from("d.b.a", 0)).draft.workName).toBe("四");
  });

  it("ignores an older request that arrives after a newer one, even when the text was typed back", () => {
    const begun: KeptDraft = { ...empty, draft: { workName: "元" } };
    const back = save(begun, { workName: "元" }, from("a", 0, 2));
    const late = save(back, { workName: "途中" }, from("a", 0, 1));
    expect(late.draft.workName).toBe("元");
    expect(late.version).toBe(back.version);
  });

  it("keeps the edits short, whatever number of windows there were", () => {
    let kept: KeptDraft = empty;
    for (let n = 0; n < 200; n += 1) kept = save(kept, { workName: `${n}` }, from(`w${n}`, kept.version, 1));
    expect(Object.keys(kept.edits.lanes).length).toBeLessThanOrEqual(40);
    expect(kept.draft.workName).toBe("199");
  });

  // Two windows type in two fields; requests are lost, repeated or arrive late; each window follows its answers.
  it("loses no text in any order of two windows' requests and answers", () => {
    const fields = ["workName", "worksPlace"] as const;
    const step = fc.record({
      window: fc.constantFrom("a", "b"),
      field: fc.constantFrom(...fields),
      text: fc.constantFrom("い", "ろ", "は"),
      answered: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let kept: KeptDraft = empty;
        const windows = new Map(
          ["a", "b"].map((name) => [name, { seen: {} as RawDraft, typed: {} as RawDraft, version: 0, n: 0 }]),
        );
        for (const { window, field, text, answered } of steps) {
          const own = windows.get(window);
          if (!own) continue;
          own.typed = { ...own.typed, [field]: text };
          own.n += 1;
          const before = kept.draft;
          const out = save(kept, own.typed, from(window, own.version, own.n));
          // Nothing that this window has not seen or written itself was overwritten.
          for (const name of fields)
            if (out.draft[name] !== before[name]) {
              expect(out.draft[name]).toBe(own.typed[name]);
              const mark = kept.edits.fields[name];
              expect(!mark || mark.editor === window || mark.version <= own.version).toBe(true);
            }
          // What was not accepted is reported.
          for (const [name, mine] of Object.entries(own.typed))
            if (out.draft[name as (typeof fields)[number]] !== mine)
              expect(out.conflicts.map((conflict) => [conflict.field, conflict.mine])).toContainEqual([
                name,
                mine,
              ]);
          kept = out;
          if (answered) {
            own.version = out.version;
            own.seen = out.draft;
            own.typed = {};
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("raw text in words", () => {
  const context = {
    obligees: [],
    branches: [{ id: "b1", name: "神奈川支店", tel: "", hours: "" }],
  };
  it.each([
    ["procurement", "open", "一般競争入札"],
    ["performanceForm", "paper", "証書（紙）"],
    ["advancePayment", "monthly", "一括納付"],
    ["performanceStatement", "no", "希望しない"],
    ["notice", "yes", "希望する"],
    ["advanceApply", "on", "申し込む"],
    ["interimHalfPassed", "on", "選択する"],
    ["jvKind", "joint", "甲型（共同施工方式）"],
    ["jvDeposit", "whole", "一括預託"],
    ["branch", "b1", "神奈川支店"],
    ["branch", "unknown", "unknown"],
    ["workName", "on", "on"],
    ["workName", "", "未入力"],
  ] as const)("says %s %s as %s", (field, raw, words) => {
    expect(wordsOf(field, raw, context)).toBe(words);
  });
});
