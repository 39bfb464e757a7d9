import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";

const OVERVIEW = "/?year=2023&through=2023-09-15";
const CHARTS = ["monthly", "year-to-date", "actors"] as const;
const WIDTHS = [390, 1440] as const;

type Boxes = Record<string, [x: number, y: number, width: number, height: number]>;

/** Where the marks of the drawing that is meant to be seen are in their figure. */
async function marksOf(figure: Locator, drawing: "static" | "live"): Promise<Boxes> {
  return figure.evaluate((element, which) => {
    const origin = element.getBoundingClientRect();
    const boxes: Boxes = {};
    for (const mark of element.querySelectorAll<SVGElement>(
      `[data-drawing="${which}"] [data-mark]`,
    )) {
      const box = mark.getBoundingClientRect();
      const isDrawn = box.width > 0 || box.height > 0;
      if (isDrawn)
        boxes[mark.dataset.mark ?? ""] = [
          box.x - origin.x,
          box.y - origin.y,
          box.width,
          box.height,
        ];
    }
    return boxes;
  }, drawing);
}

async function live(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator("[data-chart=live]")).toBeAttached();
  return figure;
}

/** Makes pages look busy until `letRest`, so that charts stay static for as long as a test needs. */
async function keepBusy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const waiting: (() => void)[] = [];
    let isResting = false;
    window.requestIdleCallback = (callback) => {
      const call = () => callback({ didTimeout: false, timeRemaining: () => 50 });
      if (isResting) setTimeout(call);
      else waiting.push(call);
      return 1;
    };
    addEventListener("rest", () => {
      isResting = true;
      for (const call of waiting.splice(0)) call();
    });
  });
}

async function letRest(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event("rest")));
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the charts are there, each with its numbers as a table", async ({ page }) => {
    await page.goto(OVERVIEW);
    await expect(
      page.getByRole("img", { name: "Losses by month and category, 1 Jan – 15 Sep 2023" }),
    ).toBeVisible();
    await expect(
      page.getByRole("img", { name: /Cumulative losses, 2023 to 15 Sep/ }),
    ).toBeVisible();
    await expect(
      page.getByRole("img", { name: "Losses by attributed actor, 1 Jan – 15 Sep 2023" }),
    ).toBeVisible();
    const figure = page.locator("#monthly");
    await figure.getByText("The same numbers as a table").click();
    const september = figure.getByRole("row", { name: /^September 2023/ });
    await expect(september.getByRole("link").last()).toHaveAttribute("href", /from=2023-09-01/);
  });
});

for (const width of WIDTHS) {
  test(`both drawings put every mark at the same place, and nothing moves, at ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await keepBusy(page);
    await page.goto(OVERVIEW);
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: "layout-shift" });
    });
    const before = await Promise.all(CHARTS.map((id) => marksOf(page.locator(`#${id}`), "static")));
    const sizes = await Promise.all(CHARTS.map((id) => page.locator(`#${id}`).boundingBox()));
    await letRest(page);
    for (const [index, id] of CHARTS.entries()) {
      const figure = await live(page, id);
      const drawn = before[index] ?? {};
      const now = await marksOf(figure, "live");
      expect(Object.keys(now).sort()).toEqual(Object.keys(drawn).sort());
      expect(Object.keys(now).length).toBeGreaterThan(3);
      for (const [mark, box] of Object.entries(drawn)) {
        for (const [side, position] of box.entries()) {
          expect(
            Math.abs((now[mark]?.[side] ?? Number.NaN) - position),
            `${id} ${mark}`,
          ).toBeLessThan(1);
        }
      }
      const size = await figure.boundingBox();
      expect([size?.width, size?.height]).toEqual([sizes[index]?.width, sizes[index]?.height]);
    }
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual(
      [],
    );
  });
}

test("a chart follows its figure's width across the change of drawing", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(OVERVIEW);
  const figure = await live(page, "monthly");
  for (const width of [390, 1000, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(async () => {
      const drawn = await marksOf(figure, "static");
      const now = await marksOf(figure, "live");
      expect(Object.keys(now)).toHaveLength(Object.keys(drawn).length);
      for (const [mark, box] of Object.entries(drawn)) {
        for (const [side, position] of box.entries()) {
          expect(Math.abs((now[mark]?.[side] ?? Number.NaN) - position)).toBeLessThan(1);
        }
      }
    }).toPass({ timeout: 5000 });
  }
});

test("the legend switches a series off and on, and the axis follows", async ({ page }) => {
  await page.goto(OVERVIEW);
  const figure = await live(page, "monthly");
  const parts = figure.locator('[data-drawing="live"] [data-mark$="|wallet-compromise"]');
  const other = figure.locator('[data-drawing="live"] [data-mark="2023-03|flash-loan"]');
  const heightBefore = (await other.boundingBox())?.height ?? 0;
  expect(await parts.count()).toBeGreaterThan(0);
  const button = figure.getByRole("button", { name: /Wallet compromise/ });
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "false");
  await expect(parts).toHaveCount(0);
  expect((await other.boundingBox())?.height).toBeGreaterThan(heightBefore);
  await button.press("Enter");
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await expect(parts).not.toHaveCount(0);
});

for (const width of [320, 1440]) {
  test(`what is pressed is 24 pixels or larger at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(OVERVIEW);
    for (const id of ["monthly", "year-to-date"]) {
      const figure = await live(page, id);
      for (const button of await figure.getByRole("button").all()) {
        const box = await button.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
      }
    }
  });
}

test("the keyboard reaches the chart and reads its values", async ({ page }) => {
  await page.goto(OVERVIEW);
  const figure = await live(page, "monthly");
  const chart = figure.getByRole("application", {
    name: "Losses by month and category, 1 Jan – 15 Sep 2023",
  });
  const reading = figure.getByRole("status");
  await figure.getByRole("button").first().focus();
  await page.keyboard.press("Shift+Tab");
  await expect(chart).toBeFocused();
  await expect(reading).toContainText("Jan 2023: $");
  await page.keyboard.press("ArrowRight");
  await expect(reading).toContainText("Feb 2023: $");
  await page.keyboard.press("End");
  await expect(reading).toContainText("Dec 2023. Not counted");
  await page.keyboard.press("Escape");
  await expect(reading).toBeEmpty();
  await page.keyboard.press("Home");
  await expect(reading).toContainText("Jan 2023: $");

  const year = await live(page, "year-to-date");
  await year.getByRole("application").focus();
  await page.keyboard.press("PageDown");
  await expect(year.getByRole("status")).toContainText("Through 31 Jan. 2023 $");
});

test("a chart that is still static is reached with the keys, and turns live there", async ({
  page,
}) => {
  await keepBusy(page);
  await page.goto(OVERVIEW);
  const figure = page.locator("#monthly");
  const waiting = figure.getByRole("group", { name: /^Losses by month and category/ });
  await expect(waiting).toBeVisible();
  await figure.locator("summary").focus();
  for (let presses = 0; presses < 8; presses++) {
    const isThere = await page.evaluate(
      () => document.activeElement?.closest("#monthly [data-chart]") !== null,
    );
    if (isThere) break;
    await page.keyboard.press("Shift+Tab");
  }
  const chart = figure.getByRole("application", { name: /^Losses by month and category/ });
  await expect(chart).toBeFocused();
  await page.keyboard.press("End");
  await expect(figure.getByRole("status")).toContainText("Dec 2023");
  await expect(figure.getByRole("group", { name: /^Losses by month and category/ })).toHaveCount(0);
});

test("a chart turns live at once where somebody points at it", async ({ page }) => {
  await keepBusy(page);
  await page.goto(OVERVIEW);
  const figure = page.locator("#actors");
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByRole("group").first()).toBeVisible();
  await expect(figure.locator("[data-chart=static]")).toBeAttached();
  await figure.locator("[data-chart]").hover();
  await expect(figure.locator("[data-chart=live]")).toBeAttached();
});

test("a reading can be pointed at, and Escape closes it", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(OVERVIEW);
  const figure = await live(page, "monthly");
  const mark = figure.locator('[data-drawing="live"] [data-mark="2023-03|flash-loan"]');
  const start = await mark.boundingBox();
  if (start === null) throw new Error("nothing is drawn for flash loans in March 2023");
  await page.mouse.move(start.x + 5, start.y + start.height / 2);
  const reading = figure.locator("[data-reading]");
  await expect(reading).toContainText("Mar 2023");
  const goal = await reading.boundingBox();
  if (goal === null) throw new Error("the reading is not shown");
  await page.mouse.move(goal.x + goal.width / 2, goal.y + goal.height / 2, { steps: 20 });
  await expect(reading).toContainText("Mar 2023");
  await page.keyboard.press("Escape");
  await expect(reading).toHaveCount(0);
});

test("a mark leads to the incidents behind it", async ({ page }) => {
  await page.goto(OVERVIEW);
  const figure = await live(page, "monthly");
  await figure.locator('[data-drawing="live"] [data-mark="2023-09|wallet-compromise"]').click();
  await expect(page).toHaveURL(
    /from=2023-09-01.*category=wallet-compromise|category=wallet-compromise.*from=2023-09-01/,
  );
});

test("the static chart stays when the live one does not load", async ({ page }) => {
  await keepBusy(page);
  await page.goto(OVERVIEW, { waitUntil: "networkidle" });
  await page.route("**/*.js", (route) => route.abort());
  const warned = page.waitForEvent("console", (message) => message.text().includes("stays static"));
  const figure = page.locator("#actors");
  await figure.scrollIntoViewIfNeeded();
  await letRest(page);
  await warned;
  await expect(
    figure.getByRole("img", { name: "Losses by attributed actor, 1 Jan – 15 Sep 2023" }),
  ).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`nothing stands in a reader's way, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(OVERVIEW);
    for (const id of CHARTS) {
      const figure = await live(page, id);
      await figure.getByText("The same numbers as a table").click();
    }
    const found = await new AxeBuilder({ page }).include("figure").analyze();
    expect(
      found.violations.map((violation) => [violation.id, violation.nodes.map((node) => node.html)]),
    ).toEqual([]);
  });
}

test("paper gets the static drawing", async ({ page }) => {
  await page.goto(OVERVIEW);
  const figure = await live(page, "monthly");
  await page.emulateMedia({ media: "print" });
  await expect(
    figure.getByRole("img", { name: "Losses by month and category, 1 Jan – 15 Sep 2023" }),
  ).toBeVisible();
  await expect(figure.getByRole("application")).toBeHidden();
});

for (const chart of ["techniques?year=2023", "largest", "monthly?from=2011-01-01&interval=year"]) {
  test(`the marks of /charts/${chart} stand where they stood when the live drawing takes over`, async ({
    page,
  }) => {
    await keepBusy(page);
    await page.goto(`/charts/${chart}`);
    const figure = page.locator("figure:has([data-chart])").first();
    await figure.scrollIntoViewIfNeeded();
    const before = await marksOf(figure, "static");
    expect(Object.keys(before).length).toBeGreaterThan(9);
    await letRest(page);
    await expect(figure.locator("[data-chart=live]")).toBeAttached();
    const after = await marksOf(figure, "live");
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    for (const [key, box] of Object.entries(before)) {
      for (const [index, pixels] of box.entries())
        expect(Math.abs((after[key]?.[index] ?? 0) - pixels), key).toBeLessThanOrEqual(1);
    }
  });
}
