import { request } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { pages } from "./routes.ts";

test("every page carries the security headers, and a content security policy with a fresh nonce", async ({
  plain,
  system,
  world,
}) => {
  const visitor = await request.newContext({ baseURL: system });
  const nonces = new Set<string>();
  for (const { readers, path } of pages) {
    const http = readers === "anyone" ? visitor : (await plain.of(readers[0] ?? "contractor")).http;
    const where = path(world);
    const answer = await http.get(where);
    const headers = answer.headers();
    expect.soft(headers, where).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "x-frame-options": "DENY",
      "cross-origin-opener-policy": "same-origin",
    });
    expect.soft(headers["strict-transport-security"], where).toMatch(/max-age=31536000/);
    expect.soft(headers["x-powered-by"], where).toBeUndefined();

    const policy = new Map(
      (headers["content-security-policy"] ?? "").split("; ").map((part): [string, string] => {
        const [name = "", ...values] = part.split(" ");
        return [name, values.join(" ")];
      }),
    );
    for (const name of ["object-src", "base-uri", "frame-ancestors"])
      expect.soft(policy.get(name), `${name} ${where}`).toBe("'none'");
    expect.soft(policy.get("form-action"), where).toBe("'self'");
    expect.soft(policy.get("default-src"), where).toBe("'self'");
    expect.soft(policy.get("script-src"), where).not.toContain("unsafe-inline");
    const nonce = /'nonce-([^']+)'/.exec(policy.get("script-src") ?? "")?.[1] ?? "";
    expect.soft(nonce.length, where).toBeGreaterThan(20);
    nonces.add(nonce);
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect.soft(scripts.length, where).toBeGreaterThan(0);
    for (const script of scripts) expect.soft(script, where).toContain(`nonce="${nonce}"`);
  }
  await visitor.dispose();
  expect(nonces.size).toBe(pages.length);
});

test("the session's cookie is out of reach of scripts and of other sites", async ({ sessionOf }) => {
  const { cookies } = await sessionOf("contractor");
  expect(cookies.length).toBeGreaterThan(0);
  for (const { name, httpOnly, sameSite } of cookies)
    expect({ name, httpOnly, sameSite }).toEqual({ name, httpOnly: true, sameSite: "Lax" });
});
