import { describe, expect, it } from "vitest";
import { sources } from "#tests/architecture/sources.ts";

const screens = sources.filter(({ file }) => /^(app|components)\/.*\.tsx$/.test(file));

/** Where a pattern stands, as file: words. */
const where = (pattern: RegExp, but: readonly string[] = []) =>
  screens
    .filter(({ file }) => !but.includes(file))
    .flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([words]) => `${file}: ${words}`));

describe("what every page that asks something keeps to", () => {
  it("reads the screens at all", () => {
    expect(screens.length).toBeGreaterThan(80);
  });

  it("no example in a field stands for its label or its support text", () => {
    expect(where(/\bplaceholder\b\s*[=:]/g)).toEqual([]);
  });

  it("no number field, which would change by the wheel and lose what it cannot read", () => {
    expect(where(/type="(number|date|month|time|datetime-local|tel)"/g)).toEqual([]);
  });

  it("必須 and 任意 are words; no asterisk marks a field", () => {
    expect(where(/[>"'](\*|＊)\s*["'<]/g)).toEqual([]);
    const marked = where(/必須|任意/g).map((line) => line.split(":")[0]);
    expect([...new Set(marked)]).toContain("components/form/field.tsx");
  });

  it("one place writes the page's first heading, beside the pages that have a frame of their own", () => {
    const own = new Set(where(/<h1\b/g).map((line) => line.split(":")[0]));
    expect([...own].sort()).toEqual([
      "components/applications/receipt.tsx",
      "components/landing/hero.tsx",
      "components/layout/failure.tsx",
      "components/layout/page.tsx",
    ]);
  });

  it("no button is out of reach while something is missing: it answers instead", () => {
    // The one of the dialogs is hidden: it keeps Enter from pressing a button that nobody chose.
    expect(where(/<(button|Button|SubmitButton)\b(?![^>]*\shidden\b)[^>]*\sdisabled\b/g)).toEqual([]);
  });

  it("text is typed in forms only that leave an input method's Enter alone", () => {
    const bare = where(/<form\b[\s\S]*?(\/>|<\/form>)/g, ["components/form/ime-safe-form.tsx"]);
    expect(bare.length).toBeGreaterThan(5);
    const typed =
      /<(\w*(Text|Email|Money|Date|Bank|Password)(Input|Area)\b|textarea\b|input\b(?![^>]*type="(hidden|file)"))/;
    expect(bare.filter((form) => typed.test(form))).toEqual([]);
  });

  it("nothing takes the focus by itself when a page opens", () => {
    expect(where(/\bautoFocus\b/g)).toEqual([]);
  });
});
