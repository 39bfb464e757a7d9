import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { chromiumOptions } from "@/e2e/support/chromium";
import { StepFailure, step } from "../scripts/progress.mjs";
import { ensureBrowser } from "../scripts/running/browser.mjs";
import { type Measured, measurement } from "./measurement.mjs";
import { loadStartingDataset } from "./pages.mjs";
import type { Server } from "./server.mjs";
import { ask, serve } from "./web.mjs";

const VISITS = 7;
const OVERVIEW = "/?year=2023&through=2023-09-15";
/** Occurs in the live charts' code, however it is minified. */
const MARK_OF_LIVE_CHARTS = "recharts-wrapper";

/** A script as the browser loaded it. */
interface LoadedScript {
  url: string;
  /** Milliseconds from the start of the visit to the request. */
  start: number;
  /** Bytes sent, compressed. */
  size: number;
}

interface Visit {
  /** Milliseconds to the first contentful paint. */
  firstPaint: number;
  /** In the order of their requests. */
  scripts: LoadedScript[];
}

/** What the overview makes a browser load before the live charts, and when those begin to load. */
export async function measureScripts(server: Server): Promise<Measured> {
  await step("Browser", async (settle) => settle(await ensureBrowser()));
  const database = await server.create("scripts");
  await loadStartingDataset(database.url);
  const web = await serve(database.url);
  const browser = await chromium.launch(chromiumOptions());
  try {
    await ask(web.address + OVERVIEW);
    const html = await ask(web.address);
    const visits: Visit[] = [];
    for (let count = 0; count < VISITS; count++) {
      visits.push(await visit(browser, web.address + OVERVIEW));
    }
    const live = await startOfLiveCharts(visits);
    const before = visits.map(({ scripts }, index) =>
      kilobytes(scripts.filter((script) => script.start < (live[index] ?? 0))),
    );
    const all = visits.map(({ scripts }) => kilobytes(scripts));
    return {
      title: "Weight of the overview",
      notes: [
        "The HTML is that of the plain address as it is today, compressed as the program compresses it.",
        `${VISITS} visits by Chromium, nothing cached; sizes as sent, gzipped, 1 kB = 1,000 bytes.`,
        "Before the live charts is every script requested before the first that holds them.",
      ],
      figures: [
        measurement("HTML", "kB", [Buffer.byteLength(html) / 1000], { atMost: 150 }),
        measurement("HTML, gzipped", "kB", [gzipSync(html).length / 1000], { atMost: 30 }),
        measurement("Scripts before the live charts", "kB", before, { atMost: 120 }),
        measurement("All scripts, live charts included", "kB", all),
        measurement(
          "First paint",
          "ms",
          visits.map(({ firstPaint }) => firstPaint),
        ),
        measurement(
          "From first paint to the request of the live charts",
          "ms",
          visits.map(({ firstPaint }, index) => (live[index] ?? 0) - firstPaint),
          { atLeast: 0 },
        ),
      ],
    };
  } finally {
    await browser.close();
    await web.stop();
    await database.drop();
  }
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.locator("[data-chart=live]").first().waitFor({ state: "attached" });
    return await page.evaluate(() => {
      const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      return {
        firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
        scripts: resources
          .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
          .map(({ name, startTime, encodedBodySize }) => ({
            url: name,
            start: startTime,
            size: encodedBodySize,
          }))
          .sort((one, other) => one.start - other.start),
      };
    });
  } finally {
    await context.close();
  }
}

/** When each visit first asked for code of the live charts. */
async function startOfLiveCharts(visits: readonly Visit[]): Promise<number[]> {
  const urls = new Set(visits.flatMap(({ scripts }) => scripts.map(({ url }) => url)));
  const live = new Set<string>();
  for (const url of urls) if ((await ask(url)).includes(MARK_OF_LIVE_CHARTS)) live.add(url);
  return visits.map(({ scripts }) => {
    const first = scripts.find(({ url }) => live.has(url));
    if (first === undefined) throw new StepFailure("no script of the overview holds live charts");
    return first.start;
  });
}

function kilobytes(scripts: readonly LoadedScript[]): number {
  return scripts.reduce((sum, { size }) => sum + size, 0) / 1000;
}
