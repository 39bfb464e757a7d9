import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./e2e/support/chromium";

const baseURL = process.env.BASE_URL;
if (!baseURL) {
  throw new Error(
    "BASE_URL names the running program to test. `npm test -- --only browser` starts one.",
  );
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
    // The desk publishes, so its journeys run on a server of their own, one after another.
    // They leave what they publish, and are written to be run again on it: one gets a second try, which the
    // report calls flaky.
    {
      name: "desk",
      testMatch: "desk/**/*.spec.ts",
      workers: 1,
      retries: 1,
      use: { browserName: "chromium" },
    },
  ],
});
