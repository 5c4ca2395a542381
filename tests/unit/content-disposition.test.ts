import fc from "fast-check";
import { expect, test } from "vitest";
import { attachment } from "#lib/core/attachment.ts";

test("a file keeps its Japanese name, and readers that know no other get the plain one", () => {
  expect(attachment("お知らせ_35075-00000M.pdf", "key-notice_35075-00000M.pdf")).toBe(
    "attachment; filename=\"key-notice_35075-00000M.pdf\"; filename*=UTF-8''%E3%81%8A%E7%9F%A5%E3%82%89%E3%81%9B_35075-00000M.pdf",
  );
});

test("every name comes back as it was, through characters a header may hold bare (RFC 5987)", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const [, encoded = ""] = /filename\*=UTF-8''(.*)$/s.exec(attachment(name, "a.pdf")) ?? [];
      expect(encoded).toMatch(/^(?:[A-Za-z0-9!#$&+\-.^_`|~]|%[0-9A-F]{2})*$/);
      expect(decodeURIComponent(encoded)).toBe(name);
    }),
  );
});
