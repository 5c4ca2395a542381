import { afterEach, describe, expect, test, vi } from "vitest";
import { findText, forgetOthers, forgetSent, keepText } from "#components/form/kept-texts.ts";
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
  const nobody = { name: "審査 花子", companyName: null, branchName: null, obligeeName: null };

  test("is the company's, the city's, or the branch's with the person", () => {
    expect(displayName({ ...nobody, companyName: "〇〇建設 株式会社" })).toBe("〇〇建設 株式会社");
    expect(displayName({ ...nobody, obligeeName: "小田原市" })).toBe("小田原市");
    expect(displayName({ ...nobody, branchName: "神奈川支店" })).toBe("神奈川支店　審査 花子");
    expect(displayName(nobody)).toBe("審査 花子");
  });
});

describe("a text that was typed before the session ended elsewhere", () => {
  const field = (value: string, record = "1") => {
    const id = Object.assign(new HTMLInputElement(), { value: record });
    return { value, form: { elements: { namedItem: () => id } } } as unknown as HTMLTextAreaElement;
  };

  const open = () => {
    const kept: Record<string, string> = {};
    const methods = {
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, text: string) => Object.assign(kept, { [key]: text }),
      removeItem: (key: string) => delete kept[key],
    };
    vi.stubGlobal("HTMLInputElement", class {});
    vi.stubGlobal("window", { location: { pathname: "/desk/applications/1" } });
    vi.stubGlobal(
      "sessionStorage",
      new Proxy(kept, { get: (_, name) => Reflect.get(methods, name) ?? kept[String(name)] }),
    );
  };
  afterEach(() => vi.unstubAllGlobals());

  test("is found again in its own field by who typed it, and by nobody else", () => {
    open();
    keepText(field("明日お送りします。\n工事 一郎"), "連絡", "ichiro");
    expect(findText(field(""), "連絡", "ichiro")).toBe("明日お送りします。\n工事 一郎");
    expect(findText(field(""), "連絡", "jiro")).toBe("");
    expect(findText(field(""), "理由", "ichiro")).toBe("");
    expect(findText(field("", "2"), "連絡", "ichiro")).toBe("");
    window.location.pathname = "/desk/applications/2";
    expect(findText(field(""), "連絡", "ichiro")).toBe("");
  });

  test("is forgotten once it is sent, emptied, or another person has signed in", () => {
    open();
    const form = new FormData();
    form.set("body", "送りました。");
    keepText(field("送りました。"), "連絡", "ichiro");
    keepText(field("まだです。"), "理由", "ichiro");
    forgetSent(form);
    expect(findText(field(""), "連絡", "ichiro")).toBe("");
    expect(findText(field(""), "理由", "ichiro")).toBe("まだです。");
    keepText(field(""), "理由", "ichiro");
    expect(Object.keys(sessionStorage)).toEqual([]);
    keepText(field("内密に。"), "連絡", "ichiro");
    sessionStorage.setItem("draft/ichiro/1", "{}");
    forgetOthers("ichiro");
    expect(Object.keys(sessionStorage)).toHaveLength(2);
    forgetOthers("jiro");
    expect(Object.keys(sessionStorage)).toEqual([]);
  });
});
