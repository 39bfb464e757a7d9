import { expect, type Locator, type Page, test } from "@playwright/test";

/** The chart of a year, each of whose dots is read by name. */
const TIMELINE = "/charts/timeline?from=2023-09-01&to=2023-09-30";

async function timeline(page: Page) {
  await page.goto(TIMELINE);
  const figure = page.locator("#chart");
  const surface = figure.getByRole("application", { name: /Incidents by day and size/ });
  return {
    figure,
    surface,
    reading: figure.getByRole("status"),
    dot: figure.locator("[data-dot]"),
  };
}

/** The chart's incidents of known size, as its own file has them: in the order of days. */
async function incidents(page: Page): Promise<{ slug: string; name: string }[]> {
  const file = await page.request.get(TIMELINE.replace("timeline?", "timeline.json?"));
  const { rows } = (await file.json()) as {
    rows: { incident: string; name: string; day: string; loss_usd: number | null }[];
  };
  return rows
    .filter((row) => row.loss_usd !== null)
    .toSorted(
      (one, other) =>
        one.day.padEnd(10, "-01").localeCompare(other.day.padEnd(10, "-01")) ||
        (other.loss_usd ?? 0) - (one.loss_usd ?? 0),
    )
    .map(({ incident, name }) => ({ slug: incident, name }));
}

test("the arrow keys read every dot in the order of days, and Enter opens one", async ({
  page,
}) => {
  const all = await incidents(page);
  expect(all.length).toBeGreaterThan(8);
  const { surface, reading, dot } = await timeline(page);
  const loaded = page.waitForResponse(/timeline\.json/);
  // Reached with the keys, from what stands above the chart.
  await page.getByRole("link", { name: "Reset", exact: true }).focus();
  for (let presses = 0; presses < 5; presses++) {
    if (await surface.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(surface).toBeFocused();
  await loaded;
  await page.keyboard.press("End");
  await expect(reading).toContainText(all.at(-1)?.name ?? "");
  await page.keyboard.press("Home");
  for (const [index, { slug, name }] of all.entries()) {
    if (index > 0) await page.keyboard.press("ArrowRight");
    await expect(dot).toHaveAttribute("data-dot", slug);
    await expect(reading).toContainText(name);
    await expect(reading).toContainText(/\d September 2023|September 2023/);
  }
  await page.keyboard.press("ArrowLeft");
  const before = all.at(-2);
  await expect(dot).toHaveAttribute("data-dot", before?.slug ?? "");
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-reading]")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/incidents/${before?.slug}$`));
});

test("a pointer reads a dot that it is near, stays on what it says, and opens it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const { figure, surface, dot } = await timeline(page);
  await surface.scrollIntoViewIfNeeded();
  const mark = figure.locator('[data-size="wide"] [data-mark]').first();
  const slug = (await mark.getAttribute("data-mark")) ?? "";
  const box = await mark.boundingBox();
  if (box === null) throw new Error("no dot is named");
  await page.mouse.move(box.x + box.width / 2 + 6, box.y + box.height / 2);
  await expect(dot).toHaveAttribute("data-dot", slug);
  const target = await dot.boundingBox();
  expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(24);
  const reading = page.locator("[data-reading]");
  const goal = await reading.boundingBox();
  if (goal === null) throw new Error("nothing is read");
  await page.mouse.move(goal.x + goal.width / 2, goal.y + goal.height / 2, { steps: 15 });
  await expect(reading).toBeVisible();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(dot).toHaveAttribute("data-dot", slug);
  await page.mouse.down();
  await page.mouse.up();
  await expect(page).toHaveURL(new RegExp(`/incidents/${slug}$`));
});

/** How far the middle of one element is from another's, in pixels: measured at once, as a page may be moving. */
async function apart(one: Locator, other: Locator): Promise<{ across: number; down: number }> {
  return one.evaluate(
    (element, against) => {
      const [from, to] = [element, against as Element].map((each) => each.getBoundingClientRect());
      if (from === undefined || to === undefined) throw new Error("there are two");
      return {
        across: to.x + to.width / 2 - (from.x + from.width / 2),
        down: to.y + to.height / 2 - (from.y + from.height / 2),
      };
    },
    await other.elementHandle(),
  );
}

test("where a dot is read is where it is drawn, at each width", async ({ page }) => {
  const { figure, surface, dot } = await timeline(page);
  for (const [width, size] of [
    [390, "narrow"],
    [1280, "wide"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await surface.focus();
    await page.keyboard.press("Home");
    const slugs = await figure
      .locator(`[data-size="${size}"] [data-mark]`)
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-mark")));
    const seen = new Set<string>();
    let last = "";
    for (let steps = 0; steps < 200 && seen.size < slugs.length; steps++) {
      const slug = (await dot.getAttribute("data-dot")) ?? "";
      if (slug === last) break;
      last = slug;
      if (slugs.includes(slug)) {
        seen.add(slug);
        const drawn = figure.locator(`[data-size="${size}"] [data-mark="${slug}"]`);
        // What is read is placed anew once the drawing has its new width.
        await expect(async () => {
          const { across, down } = await apart(dot, drawn);
          expect(Math.abs(across), slug).toBeLessThan(2);
          expect(Math.abs(down), slug).toBeLessThan(3);
        }).toPass({ timeout: 5_000 });
      }
      await page.keyboard.press("ArrowRight");
    }
    expect(seen.size).toBe(slugs.length);
  }
});
