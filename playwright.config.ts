import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./e2e/support/chromium";

/** What the tests ask for in their environment: a running program, its database and its first link. */
type Server = { BASE_URL: string; DATABASE_URL?: string; DESK_SETUP_LINK?: string };

// Playwright reads this file in every worker: each takes a server of its own where there are enough.
const servers: Server[] = JSON.parse(process.env.TEST_SERVERS ?? "[]");
const worker = Number(process.env.TEST_PARALLEL_INDEX ?? 0);
Object.assign(process.env, servers[worker % servers.length]);

const baseURL = process.env.BASE_URL;
if (!baseURL) {
  throw new Error("BASE_URL names the running program to test. `npm run test:e2e` starts one.");
}

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  // A machine that does much else at the time is slow, not wrong.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  snapshotPathTemplate: "{testDir}/__snapshots__/{testFileName}/{arg}{ext}",
  use: {
    baseURL,
    trace: "retain-on-failure",
    launchOptions: chromiumOptions(),
  },
  projects: [
    { name: "record", testIgnore: "desk/**", use: { browserName: "chromium" } },
    // The desk publishes, so each worker has a server of its own, on which its journeys run one after another.
    // They leave what they publish, and are written to be run again on it: one gets a second try, which the
    // report calls flaky.
    {
      name: "desk",
      testMatch: "desk/**/*.spec.ts",
      fullyParallel: false,
      workers: Math.max(servers.length, 1),
      retries: 1,
      // What fails twice has its trace; recording all of them takes a tenth of the time.
      use: { browserName: "chromium", trace: "on-first-retry" },
    },
  ],
});
