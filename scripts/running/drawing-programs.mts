import { existsSync } from "node:fs";
import { findProgram } from "@/e2e/support/drawing-programs";
import { StepFailure } from "../progress.mjs";
import { aptInstall } from "./browser.mjs";

/** Debian's packages of the programs in which SVG and PDF files are looked at, beside the browser. Together half a minute. */
const PACKAGES = {
  "rsvg-convert": "librsvg2-bin",
  inkscape: "inkscape",
  pdftoppm: "poppler-utils",
} as const;

/**
 * Installs the programs in which SVG files are looked at where they are missing and can be installed. Where they cannot, the
 * tests that need them say so and are skipped.
 */
export async function ensureDrawingPrograms(): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  for (const [program, name] of Object.entries(PACKAGES)) {
    if (findProgram(program) !== null) continue;
    try {
      await aptInstall("drawing-programs", name);
    } catch (error) {
      if (!(error instanceof StepFailure)) throw error;
      console.log(`Debian's ${name} could not be installed: ${error.message.split("\n")[0]}`);
    }
  }
}
