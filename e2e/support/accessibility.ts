import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [390, 1280] as const;
const SCHEMES = ["light", "dark"] as const;

interface Looking {
  width?: number;
  colorScheme?: string;
  /** All rules, or that of colours alone. */
  at: "everything" | "colours";
}

/** What axe finds on the page as it is now, of which it keeps no record of what is right. */
async function findings(page: Page, { at, ...where }: Looking) {
  // A page that was led to a moment ago has no body yet.
  await page.waitForLoadState();
  // What a bar at the window's edge lies over at the moment is a matter of scrolling, and no target's size.
  const top = await page.evaluate(() => {
    const before = window.scrollY;
    window.scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
    return before;
  });
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  const { violations } = await (at === "colours"
    ? axe.withRules(["color-contrast"])
    : axe.withTags(TAGS)
  ).analyze();
  await page.evaluate((to) => window.scrollTo({ top: to, behavior: "instant" }), top);
  return violations.map(({ id, help, nodes }) => ({
    ...where,
    id,
    help,
    where: nodes.map((node) => node.target.join(" ")),
  }));
}

/** Expects that axe finds nothing against WCAG 2.2 A and AA on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await findings(page, { at: "everything" })).toEqual([]);
}

/** Expects it on a phone and on a desk, in both themes, with all that is folded unfolded. */
export async function expectAccessibleEverywhere(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
  const found: unknown[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      // A theme changes nothing but colours.
      const at = colorScheme === "light" ? "everything" : "colours";
      found.push(...(await findings(page, { width, colorScheme, at })));
    }
  }
  expect(found, page.url()).toEqual([]);
}
