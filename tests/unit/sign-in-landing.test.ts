import { describe, expect, test } from "vitest";
import { displayName, landingAfterSignIn } from "#lib/features/accounts/rules.ts";

describe("landing after sign-in", () => {
  test.each([
    ["/desk", "/desk"],
    ["/desk/contracts/keys", "/desk/contracts/keys"],
    ["/desk/contracts?before=1", "/desk/contracts?before=1"],
    ["/desk/./contracts", "/desk/contracts"],
  ])("%s, a page of the role's own area, is opened", (next, expected) => {
    expect(landingAfterSignIn("/desk", next)).toBe(expected);
  });

  test.each([
    undefined,
    "",
    "/",
    "/branch",
    "/verify",
    "/desktop",
    "/desk/../branch",
    "/desk/%2e%2e/branch",
    "desk",
    "//evil.example/desk",
    "///evil.example/desk",
    "/\\evil.example/desk",
    "/desk\\..\\..\\evil.example",
    "https://evil.example/desk",
    "javascript:alert(1)//desk",
    "/\t/evil.example/desk",
    "/desk\n/evil",
    "/desk /x",
    "http://own.invalid/desk",
  ])("%j leads to the role's top page and never off the site", (next) => {
    expect(landingAfterSignIn("/desk", next)).toBe("/desk");
  });
});

describe("the name in the header", () => {
  const nobody = { name: "審査 花子", company: null, branch: null, obligee: null };

  test("is the company's, the city's, or the branch's with the person", () => {
    expect(displayName({ ...nobody, company: { name: "〇〇建設 株式会社" } })).toBe("〇〇建設 株式会社");
    expect(displayName({ ...nobody, obligee: { name: "小田原市" } })).toBe("小田原市");
    expect(displayName({ ...nobody, branch: { name: "神奈川支店" } })).toBe("神奈川支店　審査 花子");
    expect(displayName(nobody)).toBe("審査 花子");
  });
});
