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
  timeout: 60_000,
  snapshotPathTemplate: "{testDir}/__snapshots__/{testFileName}/{arg}{ext}",
  use: {
    baseURL,
    trace: "retain-on-failure",
    launchOptions: chromiumOptions(),
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
});
