import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { defineAction } from "#lib/core/action.ts";
import { jsonRoute } from "#lib/core/json-route.ts";
import { log } from "#lib/core/log.ts";
import { defineOperation } from "#lib/core/operation.ts";
import { refused } from "#lib/core/result.ts";

// One operation, asked for by a form and by a script.

const leave = vi.hoisted(() => (digest: string) => {
  throw Object.assign(new Error(digest), { digest });
});
const own = { host: "own.test", origin: "http://own.test", "sec-fetch-site": "same-origin" };
const request = vi.hoisted(() => ({ headers: {} as Record<string, string> }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(request.headers) }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => leave(`NEXT_REDIRECT;replace;${to};307;`),
  unstable_rethrow: (error: unknown) => {
    if (error instanceof Error && "digest" in error) throw error;
  },
}));

type Scope = { readOnly: boolean };
let who: Scope | "nobody" | "somebody else";
let ran: unknown[];

beforeEach(() => {
  who = { readOnly: false };
  ran = [];
  request.headers = own;
  vi.spyOn(log, "error").mockReset();
  vi.spyOn(log, "warn").mockReset();
});

const rename = defineOperation({
  name: "thing.rename",
  gate: async (): Promise<Scope> => {
    if (who === "nobody") return leave("NEXT_REDIRECT;replace;/login;307;");
    if (who === "somebody else") return leave("NEXT_HTTP_ERROR_FALLBACK;404");
    return who;
  },
  schema: z.strictObject({
    id: z.string(),
    title: z.string().min(1, "名前を入力してください。"),
    key: z.string().optional(),
  }),
  secrets: ["key"],
  async run(scope, { id, title }) {
    ran.push(scope);
    if (title === "gone") return refused("not_found");
    if (title === "late") return refused("changed_meanwhile", "山田さんが先に変更しました。");
    if (title === "long") return { errors: [{ field: "title", message: "長すぎます。" }] };
    if (title === "broken") throw new Error("the line to the database");
    return { id, title };
  },
  refused: {
    not_found: "ありません。",
    changed_meanwhile: ({ detail }) => detail ?? "",
  },
  value: ({ id, title }) => ({ id, title }),
});

const post = jsonRoute(rename);
async function byScript(body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const sent = new Request("http://own.test/api/things/1", { method: "POST", body: text, headers });
  const answer = await post(sent, { params: Promise.resolve({ id: "1" }) });
  return [answer.status, await answer.json()];
}

const form = defineAction(rename);
function byForm(fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, text] of Object.entries({ id: "1", ...fields })) data.set(name, text);
  return form({ status: "idle" }, data);
}

describe("A script", () => {
  it("gets the value, with the address's fields over the body's", async () => {
    expect(await byScript({ id: "2", title: "橋" })).toEqual([200, { id: "1", title: "橋" }]);
  });

  it("hears first who it is, then how long, of what shape and from where its body is", async () => {
    const foreign = { ...own, "sec-fetch-site": "cross-site" };
    const long = JSON.stringify({ title: "長".repeat(30_000) });
    const codeOf = async (body: string) => {
      const [status, { code, message }] = await byScript(body);
      expect(message, code).toMatch(/。$/);
      return `${status} ${code}`;
    };
    request.headers = foreign;
    who = "nobody";
    expect(await codeOf(long)).toBe("401 signed_out");
    who = "somebody else";
    expect(await codeOf(long)).toBe("404 not_found");
    who = { readOnly: true };
    expect(await codeOf(long)).toBe("413 too_large");
    for (const shape of ["{", "[]", "null", '"{}"', "1"]) expect(await codeOf(shape)).toBe("400 invalid");
    expect(await codeOf("{}")).toBe("403 foreign_origin");
    request.headers = own;
    expect(await codeOf("{}")).toBe("403 read_only");
    who = { readOnly: false };
    expect(await codeOf("{}")).toBe("400 invalid");
    expect(ran).toEqual([]);
  });

  it("is believed no length that its body exceeds", async () => {
    const [status] = await byScript({ title: "長".repeat(30_000) }, { "content-length": "10" });
    expect(status).toBe(413);
  });

  it("hears which field is wrong, and sends nothing that is not asked for", async () => {
    expect(await byScript({ title: "" })).toMatchObject([
      400,
      { code: "invalid", fields: { title: "名前を入力してください。" } },
    ]);
    expect(await byScript({ title: "橋", owner: "me" })).toMatchObject([400, { code: "invalid" }]);
    expect(await byScript({ title: "long" })).toMatchObject([400, { fields: { title: "長すぎます。" } }]);
  });

  it("gets a command's refusal by its reason and in its words", async () => {
    expect(await byScript({ title: "gone" })).toEqual([404, { code: "not_found", message: "ありません。" }]);
    expect(await byScript({ title: "late" })).toEqual([
      409,
      { code: "changed_meanwhile", message: "山田さんが先に変更しました。" },
    ]);
  });

  it("gets of what broke a reference only, under which the log has it", async () => {
    const [status, { code, ref, ...rest }] = await byScript({ title: "broken" });
    expect([status, code]).toEqual([500, "failed"]);
    expect(JSON.stringify(rest)).not.toContain("database");
    expect(log.error).toHaveBeenCalledWith(
      expect.objectContaining({ ref, name: "thing.rename", err: expect.any(Error) }),
      expect.anything(),
    );
  });
});

describe("A form", () => {
  it("gets the value, and of what React adds nothing is the form's", async () => {
    const sent = await byForm({ title: "橋", $ACTION_KEY: "k1" });
    expect(sent).toEqual({ status: "done", value: { id: "1", title: "橋" } });
  });

  it("goes where the operation says when it is done", async () => {
    const leaving = defineAction({ ...rename, then: ({ id }) => `/things/${id}` });
    const data = new FormData();
    data.set("id", "1");
    data.set("title", "橋");
    await expect(leaving({ status: "idle" }, data)).rejects.toThrow("NEXT_REDIRECT;replace;/things/1");
  });

  it("gets back what was typed, but never a secret", async () => {
    const values = { id: "1", title: "late" };
    expect(await byForm({ title: "late", key: "Z28Y" })).toEqual({
      status: "refused",
      reason: "changed_meanwhile",
      message: "山田さんが先に変更しました。",
      values,
    });
    const broken = await byForm({ title: "broken", key: "Z28Y" });
    expect(broken).toMatchObject({ status: "failed", values: { title: "broken" } });
    expect(JSON.stringify(broken)).not.toMatch(/Z28Y|database/);
  });

  it("is refused from another site, and to who may only read", async () => {
    request.headers = { host: "own.test" };
    expect(await byForm({ title: "橋" })).toMatchObject({ status: "failed", ref: "ORIGIN" });
    request.headers = own;
    who = { readOnly: true };
    expect(await byForm({ title: "橋" })).toMatchObject({ status: "refused", reason: "read_only" });
    expect(ran).toEqual([]);
    const open = defineAction({ ...rename, readers: true });
    const data = new FormData();
    data.set("id", "1");
    data.set("title", "橋");
    expect(await open({ status: "idle" }, data)).toMatchObject({ status: "done" });
  });

  it("leaves to the gate where somebody else goes", async () => {
    who = "somebody else";
    await expect(byForm({ title: "橋" })).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  });
});
