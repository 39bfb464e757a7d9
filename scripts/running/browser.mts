import { existsSync } from "node:fs";
import path from "node:path";
import { findChromium } from "@/e2e/support/chromium";
import { attempt, root, StepFailure } from "../progress.mjs";

const playwrightCommand = path.join(root, "node_modules", "@playwright", "test", "cli.js");

/**
 * Makes sure that there is a browser to test with.
 * @returns what was done about it
 * @throws {StepFailure} saying what to do
 */
export async function ensureBrowser(): Promise<string> {
  const found = findChromium();
  if (found !== null) return `${path.basename(found)} is there`;
  await attempt("browser", process.execPath, [playwrightCommand, "install", "chromium"], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" },
  });
  if (findChromium() !== null) return "installed Playwright's Chromium";
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    for (const name of ["chromium-headless-shell", "chromium"]) {
      await aptInstall("browser", name);
      if (findChromium() !== null) return `installed Debian's ${name}`;
    }
  }
  throw new StepFailure(
    "there is no Chromium to test with, and it could not be installed.\n" +
      "Install one (`npx playwright install chromium`, or on Debian `sudo apt-get install chromium`),\n" +
      "or name one that you have: LOSSLINE_CHROMIUM=/path/to/chromium npm test",
  );
}

/** Installs a Debian package; only root can. A failure shows in that it is still missing. */
export async function aptInstall(log: string, name: string): Promise<void> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await attempt(log, "apt-get", ["update", "-q"], { env });
  await attempt(log, "apt-get", ["install", "-q", "-y", "--no-install-recommends", name], { env });
}

/** The arguments to Node that run Playwright's tests; all of a project where no files are named. */
export function playwrightArguments(options: {
  project: string;
  smoke: boolean;
  files: string[];
}): string[] {
  const selection = options.smoke ? ["--grep", "@smoke"] : [];
  const project = ["--project", options.project, "--output", `test-results/${options.project}`];
  return [playwrightCommand, "test", "--reporter", "list,json"].concat(
    project,
    selection,
    options.files,
  );
}
