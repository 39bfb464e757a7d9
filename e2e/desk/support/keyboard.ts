import type { Page } from "@playwright/test";

// A form by keyboard alone: nothing here points at anything.

/** What holds the focus, as it is called. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return "";
    const labels =
      "labels" in element ? (element.labels as NodeListOf<HTMLLabelElement> | null) : null;
    return (labels?.[0] ?? element).textContent?.trim() ?? "";
  });
}

/** Presses Tab until something so called has the focus. @throws where 150 presses do not lead to it */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    const at = await focused(page);
    if (typeof name === "string" ? at.startsWith(name) : name.test(at)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never led to ${name}`);
}

/** Goes to a field by Tab, and types into it. */
export async function typeIn(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

/** Goes to a button or link by Tab, and presses it. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}
