import { afterEach, describe, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The cookie of a portal at this address. The environment is read once, so the module is loaded afresh. */
async function cookieAt(address: string) {
  vi.resetModules();
  vi.stubEnv("APP_URL", address);
  const { sessionCookie } = await import("#lib/auth/session-cookie.ts");
  return sessionCookie();
}

describe("The cookie of a session", () => {
  test("is bound to its host and to encrypted lines where the portal's address is https", async () => {
    expect(await cookieAt("https://desk.example")).toEqual({
      name: "__Host-hosho-session",
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
    });
  });

  test("is plain on a machine of one's own", async () => {
    expect(await cookieAt("http://127.0.0.1:3000")).toEqual({
      name: "hosho-session",
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: false },
    });
  });
});
