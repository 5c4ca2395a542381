import { describe, expect, it } from "vitest";
import { applicationCopyLayout } from "#lib/pdf/documents/application-copy.ts";
import { certificateLayout } from "#lib/pdf/documents/certificate.ts";
import { keyNoticeLayout } from "#lib/pdf/documents/key-notice.ts";
import { applicationCopySample } from "#lib/pdf/documents/samples.ts";
import type { Layout, Page } from "#lib/pdf/kit/operations.ts";
import { widthOf } from "#lib/pdf/kit/text.ts";
import { certificate, changedCertificate, keyNotice, longKeyNotice, longName } from "#tests/golden/models.ts";

const longCertificate = {
  ...certificate,
  rows: certificate.rows.map((row) => (row.emphasis === undefined ? { ...row, value: longName } : row)),
};
const endlessKeyNotice = { ...keyNotice, workName: "道路改良工事".repeat(400) };

/** As many questions as two products have: one row more than fits on two sheets at the usual distance. */
const fullCopy = {
  ...applicationCopySample,
  sections: [
    ...applicationCopySample.sections,
    {
      title: "ほかの質問",
      groups: [
        { title: null, rows: Array(10).fill({ label: "お客様から弊社への連絡事項", value: "未入力" }) },
      ],
    },
  ],
};

const layouts: [string, Layout][] = [
  ["a certificate", certificateLayout(certificate)],
  ["a changed certificate", certificateLayout(changedCertificate)],
  ["the copy of an application", applicationCopyLayout(fullCopy)],
  ["a certificate of long names", certificateLayout(longCertificate)],
  ["a key notice", keyNoticeLayout(keyNotice)],
  ["a key notice of long names", keyNoticeLayout(longKeyNotice)],
  ["a key notice with a work name of 2,400 characters", keyNoticeLayout(endlessKeyNotice)],
];

function textsOf(page: Page | undefined): string[] {
  return (page ?? []).flatMap((operation) => (operation.kind === "text" ? [operation.text] : []));
}

it("the copy of an application has no sheet for a last row or two, and no label in two lines", () => {
  const { pages } = applicationCopyLayout(fullCopy);
  expect(pages).toHaveLength(2);
  expect(pages.flatMap(textsOf)).toContain("お客様から弊社への連絡事項");
});

describe.each(layouts)("the layout of %s", (_, layout) => {
  it("keeps every line of text inside the margins of its page", () => {
    for (const operation of layout.pages.flat()) {
      if (operation.kind !== "text") continue;
      expect(operation.x, operation.text).toBeGreaterThanOrEqual(17.9);
      expect(operation.x + widthOf(operation.text, operation.style), operation.text).toBeLessThanOrEqual(
        192.1,
      );
      expect(operation.y, operation.text).toBeGreaterThan(15);
      expect(operation.y, operation.text).toBeLessThan(290);
    }
  });

  it("sets no two texts on top of each other", () => {
    for (const page of layout.pages) {
      const lines = page.flatMap((operation) => {
        if (operation.kind !== "text" || operation.ink === "seal") return [];
        const height = (operation.style.size * 25.4) / 72;
        const { x, y, text, style } = operation;
        return [{ text, left: x, right: x + widthOf(text, style), top: y - 0.8 * height, bottom: y }];
      });
      for (const [index, a] of lines.entries()) {
        for (const b of lines.slice(index + 1)) {
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          expect(apart, `${a.text} over ${b.text}`).toBe(true);
        }
      }
    }
  });
});

describe("documents", () => {
  it("fit one page in the ordinary case", () => {
    expect(certificateLayout(certificate).pages).toHaveLength(1);
    expect(keyNoticeLayout(keyNotice).pages).toHaveLength(1);
  });

  it("print all of a long value, going on to further pages", () => {
    const layout = keyNoticeLayout(endlessKeyNotice);
    expect(layout.pages.length).toBeGreaterThan(1);
    const printed = layout.pages.flatMap(textsOf).join("");
    expect(printed.split("道路改良工事").length - 1).toBe(400);
  });

  it("never part the number from the key, nor the seal from the oath", () => {
    for (const page of keyNoticeLayout(longKeyNotice).pages) {
      const texts = textsOf(page);
      expect(texts.includes("Z28Y")).toBe(texts.includes("35075-00000M"));
    }
    for (const page of certificateLayout(longCertificate).pages) {
      const texts = textsOf(page);
      expect(texts.includes("之")).toBe(texts.some((text) => text.includes("その責に任じます")));
    }
  });

  it("tell on each later page of a certificate which one it belongs to", () => {
    const [, ...later] = certificateLayout(longCertificate).pages;
    expect(later.length).toBeGreaterThan(0);
    for (const page of later) expect(textsOf(page).join(" ")).toContain("35075-00000M");
  });

  it("carry 見本 as box and as watermark exactly when they are samples", () => {
    for (const sample of [true, false]) {
      for (const { pages } of [
        certificateLayout({ ...certificate, sample }),
        keyNoticeLayout({ ...keyNotice, sample }),
      ]) {
        const [page] = pages;
        expect(textsOf(page).includes("見本")).toBe(sample);
        expect(page?.some((operation) => operation.kind === "outline")).toBe(sample);
      }
    }
  });

  it("underline the digits of a key and nothing else of it", () => {
    const [page = []] = keyNoticeLayout({ ...keyNotice, key: "a0bc33defg7h" }).pages;
    const groups = page.flatMap((operation) =>
      operation.kind === "text" && operation.style.typeface === "codeStrong" ? [operation] : [],
    );
    expect(groups.map(({ text }) => text)).toEqual(["a0bc", "33de", "fg7h"]);
    const baseline = groups[0]?.y ?? 0;
    const marks = page.flatMap((operation) =>
      operation.kind === "line" && operation.y1 > baseline && operation.y1 < baseline + 3 ? [operation] : [],
    );
    const character = widthOf("0", { typeface: "codeStrong", size: 21 });
    expect(marks.map(({ x1, x2 }) => Math.round((x2 - x1) / character))).toEqual([1, 2, 1]);
    const [first, second, third] = groups;
    const step = character + (0.06 * 21 * 25.4) / 72;
    expect(marks[0]?.x1).toBeCloseTo((first?.x ?? 0) + step, 5);
    expect(marks[1]?.x1).toBeCloseTo(second?.x ?? 0, 5);
    expect(marks[2]?.x1).toBeCloseTo((third?.x ?? 0) + 2 * step, 5);
  });
});
