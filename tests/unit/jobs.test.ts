import { describe, expect, it } from "vitest";
import { definitions, describeJob, jobNames } from "#lib/jobs/definitions/registry.ts";
import { handlers } from "#lib/jobs/handlers/registry.ts";

const id = "019b76da-0000-7000-8000-000000000001";
const branchId = "019b76da-0000-7000-8000-000000000002";

describe("a job in the queue", () => {
  it("of the time when versions travelled as text is the same work as one of today", () => {
    const old = describeJob("key.notice", { branchId, guaranteeId: id, version: "2" });
    const today = describeJob("key.notice", { branchId, guaranteeId: id, version: 2 });
    expect(old).toEqual(today);
    expect(today).toMatchObject({ key: `key.notice:${id}:2`, payload: { version: 2 } });
  });

  it.each(["", "two", "0x2", "2.5", "-1", " 2"])("has no version %j", (version) => {
    expect(describeJob("key.notice", { branchId, guaranteeId: id, version })).toBeUndefined();
  });

  it("names what it is about, for the branch that finds it stopped", () => {
    expect(describeJob("guarantee.issue", { branchId, guaranteeId: id })).toMatchObject({
      title: "保証契約の発行",
      about: { record: "guarantee", id },
    });
    expect(describeJob("mail.send", { branchId, mailId: id })?.about).toEqual({ record: "mail", id });
    expect(describeJob("notice.remind", { branchId: null })?.about).toBeNull();
  });

  it("holds nothing beside its ids", () => {
    expect(describeJob("mail.send", { branchId, mailId: id, key: "abcd" })).toBeUndefined();
    expect(describeJob("mail.send", { mailId: id })).toBeUndefined();
  });
});

describe("every job", () => {
  it.each(jobNames)("%s has a Japanese title, its own name and a handler", (name) => {
    expect(definitions[name].title).toMatch(/[ぁ-ん一-龠]/);
    expect(definitions[name].name).toBe(name);
    expect(handlers[name]).toBeTypeOf("function");
  });

  it("has a title of its own", () => {
    const titles = jobNames.map((name) => definitions[name].title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
