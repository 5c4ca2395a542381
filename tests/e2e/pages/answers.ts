import { expect, type Locator, type Page } from "@playwright/test";
import { answerable, label } from "./labels.ts";

/** Answers by their label on the screen: a text, the words of a choice, or true for a box. */
export type Answers = Record<string, string | true>;

/** Fills in one answer, whatever plain control the label belongs to. */
export async function answer(form: Page | Locator, name: string, value: string | true): Promise<void> {
  const control = answerable(form, name);
  const kind = await control.evaluate((element) =>
    element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase(),
  );
  if (value === true) return control.check();
  if (kind === "select") return void (await control.selectOption({ label: value }));
  if (kind === "fieldset" || kind === "div") {
    // A choice made at the moment when the script starts is lost and made again; check() would not wait for that.
    const choice = control.getByRole("radio", { name: label(value) });
    await choice.click();
    return expect(choice).toBeChecked();
  }
  return control.fill(value);
}

/** Fills in all answers, from top to bottom. */
export async function answerAll(form: Page | Locator, answers: Answers): Promise<void> {
  for (const [name, value] of Object.entries(answers)) await answer(form, name, value);
}

/** The value of a control: its text, the words of the choice ("" for none), or "true" for a box. */
export async function answerIn(form: Page | Locator, name: string): Promise<string> {
  return answerable(form, name).evaluate((element) => {
    const words = (input: Element | null) => input?.closest("label")?.textContent?.trim() ?? "";
    if (element instanceof HTMLSelectElement)
      return element.value === "" ? "" : (element.selectedOptions[0]?.textContent ?? "");
    if (element instanceof HTMLInputElement && element.type === "checkbox") return String(element.checked);
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element.value;
    return words(element.querySelector("input:checked"));
  });
}
