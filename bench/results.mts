import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import path from "node:path";
import { root } from "../scripts/progress.mjs";
import type { Measured } from "./measurement.mjs";

/** On what, of what and when it was measured. */
export interface Machine {
  at: string;
  commit: string;
  /** "2 cores, 24 GiB". */
  name: string;
  node: string;
  /** How many programs wanted to run in the last minute; above the cores, figures are noisy. */
  load: string;
}

export function machine(): Machine {
  return {
    at: new Date().toISOString(),
    commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], {
      cwd: root,
      encoding: "utf8",
    }).trim(),
    name: `${cpus().length} cores, ${Math.round(totalmem() / 1024 ** 3)} GiB`,
    node: `Node ${process.versions.node}`,
    load: (loadavg()[0] ?? 0).toFixed(1),
  };
}

/** Keeps the figures as JSON. @returns the file, below the project */
export function writeResults(on: Machine, measured: readonly Measured[]): string {
  const folder = path.join("bench", "results");
  mkdirSync(path.join(root, folder), { recursive: true });
  const file = path.join(folder, `${on.at.replaceAll(":", "-").slice(0, 19)}.json`);
  writeFileSync(path.join(root, file), `${JSON.stringify({ on, measured }, null, 2)}\n`);
  return file;
}
