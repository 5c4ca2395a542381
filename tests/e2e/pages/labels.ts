import type { Locator, Page } from "@playwright/test";

/** An exact label; only the badge of a required answer may follow it. */
export function label(name: string): RegExp {
  return new RegExp(`^\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*(必須)?\\s*$`);
}

/** The control with a label, or the group of choices with it. */
export function answerable(form: Page | Locator, name: string): Locator {
  return form.getByLabel(label(name)).or(form.getByRole("group", { name: label(name) }));
}

/** A button by its exact name. */
export function button(page: Page | Locator, name: string): Locator {
  return page.getByRole("button", { name, exact: true });
}

/** A link by its exact name. */
export function link(page: Page | Locator, name: string): Locator {
  return page.getByRole("link", { name, exact: true });
}

/** A heading by its exact name. */
export function heading(page: Page | Locator, name: string): Locator {
  return page.getByRole("heading", { name, exact: true });
}

/** What a person reads in the main part of a page, or in a part of it. */
export async function textOf(
  page: Page | Locator,
  role: "main" | "region" = "main",
  name?: string,
): Promise<string> {
  const place = page.getByRole(role, name === undefined ? {} : { name, exact: true });
  await place.waitFor();
  return (await place.allInnerTexts()).join("\n");
}
