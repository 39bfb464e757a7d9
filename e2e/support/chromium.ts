import { existsSync } from "node:fs";
import path from "node:path";
import { chromium, type LaunchOptions } from "@playwright/test";
import { environment } from "@/lib/environment/current-environment";

// First the one without windows of its own: it takes a quarter less computing to drive.
const names = ["chromium-headless-shell", "chromium"].concat([
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
]);
const places = [
  ...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean),
  "/usr/bin",
  "/Applications/Google Chrome.app/Contents/MacOS",
];

/** The browser to test with: LOSSLINE_CHROMIUM, Playwright's own, or the system's; null without. */
export function findChromium(): string | null {
  const { LOSSLINE_CHROMIUM: chosen } = environment();
  if (chosen !== undefined) return chosen;
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  const installed = places.flatMap((place) =>
    [...names, "Google Chrome"].map((name) => path.join(place, name)),
  );
  return installed.find((file) => existsSync(file)) ?? null;
}

/** How the browser is started: quiet on the network, and without its sandbox only as root. */
export function chromiumOptions(): LaunchOptions {
  const executablePath = findChromium();
  return {
    ...(executablePath === null ? {} : { executablePath }),
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      // Without a window it else pulls letters onto whole pixels, which no browser with one does: widths are others then.
      "--font-render-hinting=none",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  };
}
