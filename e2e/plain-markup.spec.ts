import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { PAGE_KINDS } from "./support/page-kinds";

/** The content of each plain part of a page by its id: as the server has sent it, and as it stands. */
async function plainParts(page: Page, html: string) {
  return page.evaluate((sent) => {
    const partsOf = (root: Document) =>
      [...root.querySelectorAll<HTMLElement>("[data-plain]")].map(
        (part) => [part.dataset.plain, part.innerHTML] as const,
      );
    return {
      sent: partsOf(new DOMParser().parseFromString(sent, "text/html")),
      standing: partsOf(document),
    };
  }, html);
}

/** Waits until React has taken over the page, as the first of what it hydrates shows. */
async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const part = document.querySelector("[data-plain]");
    return part !== null && Object.keys(part).some((key) => key.startsWith("__reactFiber"));
  });
}

test("what is sent once as markup stands unchanged once scripts run, on every kind of page", async ({
  page,
  request,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  for (const address of PAGE_KINDS) {
    const html = await (await request.get(address)).text();
    await page.goto(address);
    await hydrated(page);
    const { sent, standing } = await plainParts(page, html);
    expect(sent.length, address).toBeGreaterThan(1);
    expect(standing, address).toEqual(sent);
    // What scripts are told of a page is a fraction of the page.
    const told = [...html.matchAll(/<script>self\.__next_f\.push[\s\S]*?<\/script>/g)].join("");
    expect(told, address).not.toContain('\\"td\\"');
    expect([address, told.length]).toEqual([address, Math.min(told.length, 60_000)]);
  }
  expect(complaints).toEqual([]);
});

test("a page keeps its content when a reader goes to a part of it and back", async ({ page }) => {
  await page.goto("/incidents/coinex-2023-09");
  await hydrated(page);
  const main = page.getByRole("main");
  const text = await main.innerText();
  await page.evaluate(() => {
    location.hash = "sources";
  });
  await page.goBack();
  await page.goForward();
  expect(await main.innerText()).toBe(text);
});

test("React draws a page anew, where it has to, with its content", async ({ page }) => {
  // Extensions put things into pages before React has seen them; it then draws from the start.
  await page.addInitScript(() => {
    addEventListener("DOMContentLoaded", () => {
      document.querySelector("main")?.prepend(document.createElement("table"));
    });
  });
  await page.goto("/?year=2023&through=2023-09-15");
  await hydrated(page);
  await expect(page.getByRole("main")).toContainText("Latest incidents");
  await expect(page.locator("[data-plain]:empty")).toHaveCount(0);
});

test("the overview is no longer than it must be", async ({ request }) => {
  const html = await (await request.get("/")).text();
  const { length: bytes } = Buffer.from(html);
  expect(bytes).toBeLessThan(150_000);
  expect(gzipSync(html).length).toBeLessThan(30_000);
});

test("scripts before the live charts are little more than React and Next", async ({ request }) => {
  const html = await (await request.get("/")).text();
  const scripts = [...html.matchAll(/<script src="([^"]+)"([^>]*)>/g)].flatMap(
    ([, url = "", attributes = ""]) => (attributes.includes("noModule") ? [] : [url]),
  );
  expect(scripts.length).toBeGreaterThan(5);
  let bytes = 0;
  for (const url of scripts) {
    const script = await (await request.get(url)).text();
    expect(script, url).not.toContain("recharts-wrapper");
    bytes += gzipSync(script).length;
  }
  expect(bytes).toBeLessThan(145_000);
});
